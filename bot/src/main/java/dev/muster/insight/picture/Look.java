package dev.muster.insight.picture;

import dev.muster.incident.Severity;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** How a severity looks: by colour and by pattern, so that either is enough to tell it. */
enum Look {
    /** Full. */
    SOLID(new Color(0x9B1C1C)),
    /** With slanting lines. */
    STRIPED(new Color(0xF2B134)),
    /** With points. */
    DOTTED(new Color(0xBBD7EE));

    private static final double STEP = 9;

    private final Color color;

    Look(Color color) {
        this.color = color;
    }

    static Look of(Severity severity) {
        return switch (severity) {
            case SEV1 -> SOLID;
            case SEV2 -> STRIPED;
            case SEV3 -> DOTTED;
        };
    }

    void fill(Graphics2D sheet, Rectangle2D area) {
        sheet.setColor(color);
        sheet.fill(area);
        Shape clip = sheet.getClip();
        sheet.clip(area);
        pattern(sheet, area);
        sheet.setClip(clip);
        sheet.setColor(Brush.INK);
        sheet.setStroke(new BasicStroke(1.5f));
        sheet.draw(area);
    }

    private void pattern(Graphics2D sheet, Rectangle2D area) {
        sheet.setColor(Brush.INK);
        sheet.setStroke(new BasicStroke(1.4f));
        if (this == STRIPED) {
            for (double x = area.getX() - area.getHeight(); x < area.getMaxX(); x += STEP) {
                sheet.draw(new Line2D.Double(x, area.getMaxY(), x + area.getHeight(), area.getY()));
            }
        } else if (this == DOTTED) {
            for (double y = area.getMaxY() - STEP / 2; y > area.getY() - STEP; y -= STEP) {
                for (double x = area.getX() + STEP / 2; x < area.getMaxX(); x += STEP) {
                    sheet.fill(new Ellipse2D.Double(x - 1.3, y - 1.3, 2.6, 2.6));
                }
            }
        }
    }
}
