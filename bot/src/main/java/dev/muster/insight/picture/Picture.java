package dev.muster.insight.picture;

import dev.muster.insight.picture.Brush.Side;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a chart; it looks the same on every machine. */
public final class Picture {

    public static final int WIDTH = 1440;
    public static final int HEIGHT = 640;

    private static final double FIRST_STRIP = 274;
    private static final double NEXT_STRIP = 262;

    private Picture() {}

    /** As a PNG. @throws IllegalStateException or some {@link LinkageError} where this machine's Java cannot draw */
    public static byte[] png(Chart chart) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(draw(chart), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage draw(Chart chart) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D sheet = image.createGraphics();
        try {
            sheet.setColor(Color.WHITE);
            sheet.fillRect(0, 0, WIDTH, HEIGHT);
            draw(chart, new Brush(sheet));
        } finally {
            sheet.dispose();
        }
        return image;
    }

    private static void draw(Chart chart, Brush brush) {
        brush.write(chart.title(), 40, 56, 32, Brush.INK, Side.RIGHT_OF, WIDTH - 80.0);
        brush.write(chart.subtitle(), 40, 90, 20, Brush.FAINT, Side.RIGHT_OF, WIDTH - 80.0);
        new Columns(chart.columns(), brush).draw();
        double floor = FIRST_STRIP;
        for (Chart.Strip strip : chart.strips()) {
            new Dots(strip, floor, brush).draw();
            floor += NEXT_STRIP;
        }
        brush.write(
                "Each point is an incident; median: half took no longer; p90: nine of ten did not.",
                780,
                HEIGHT - 28.0,
                17,
                Brush.FAINT,
                Side.RIGHT_OF,
                WIDTH - 820.0);
    }
}
