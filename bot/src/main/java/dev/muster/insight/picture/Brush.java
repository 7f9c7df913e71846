package dev.muster.insight.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Writes and draws on a sheet, with the font that we bring along. Not for several threads. */
final class Brush {

    static final Color INK = new Color(0x1F2328);
    static final Color FAINT = new Color(0x59636E);
    static final Color LINE = new Color(0xC9D1D9);

    private static final float SMALLEST = 11;

    /** Where a text stands beside its point. */
    enum Side {
        RIGHT_OF,
        CENTRED,
        LEFT_OF
    }

    private final Graphics2D sheet;
    private final Font font;

    Brush(Graphics2D sheet) {
        this.sheet = sheet;
        this.font = Shipped.FONT;
        sheet.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        sheet.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        sheet.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        sheet.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    Graphics2D sheet() {
        return sheet;
    }

    /** Writes a text no wider than it may be: smaller if need be, and cut at the end if that does not help. */
    void write(String text, double x, double y, double size, Color color, Side side, double widest) {
        float fitting = (float) size;
        while (fitting > SMALLEST && width(text, fitting) > widest) {
            fitting -= 0.5f;
        }
        String shown = cut(text, fitting, widest);
        double left =
                switch (side) {
                    case RIGHT_OF -> x;
                    case CENTRED -> x - width(shown, fitting) / 2;
                    case LEFT_OF -> x - width(shown, fitting);
                };
        sheet.setFont(font.deriveFont(fitting));
        sheet.setColor(color);
        sheet.drawString(shown, (float) left, (float) y);
    }

    /** How wide a text is. */
    double width(String text, double size) {
        FontMetrics metrics = sheet.getFontMetrics(font.deriveFont((float) size));
        return metrics.getStringBounds(text, sheet).getWidth();
    }

    private String cut(String text, float size, double widest) {
        String shown = text;
        while (!shown.isEmpty() && width(shown, size) > widest) {
            String shorter = shown.endsWith("…") ? shown.substring(0, shown.length() - 1) : shown;
            shown = shorter.isEmpty()
                    ? ""
                    : shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1)) + "…";
            if (shown.equals("…")) {
                return shown;
            }
        }
        return shown;
    }

    /** Read once, when it is first needed. */
    private static final class Shipped {

        private static final Font FONT = read("/fonts/DejaVuSans.ttf");

        private static Font read(String resource) {
            try (InputStream in = Objects.requireNonNull(Brush.class.getResourceAsStream(resource), resource)) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException | FontFormatException e) {
                throw new IllegalStateException("the font " + resource + " cannot be read", e);
            }
        }
    }
}
