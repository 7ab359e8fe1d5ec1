package io.producerbench.report.drawing;

import java.awt.Color;
import java.util.Locale;

/**
 * A colour by what it stands for. Five of them are the colours of Okabe and Ito, darkened where a
 * thin line would be too faint on paper; readers who see fewer colours can tell them apart.
 */
public enum Ink {
    TEXT("#1b1f24", "#e8eaed"),
    MUTED("#57606a", "#a3acb6"),
    GRID("#dde1e6", "#363c44"),
    PAPER("#ffffff", "#14171c"),
    GREY("#5b6470", "#aab4bf"),
    ORANGE("#c96a00", "#f2a03d"),
    BLUE("#0072b2", "#56b4e9"),
    GREEN("#00855f", "#2fc79a"),
    PURPLE("#a84a86", "#e08bc0"),
    RED("#c63d00", "#ff8350");

    private final String light;
    private final String dark;

    Ink(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** Returns the last part of its names in style sheets. */
    public String role() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the colour on a light page and on paper. */
    String light() {
        return light;
    }

    /** Returns the colour on a dark page. */
    String dark() {
        return dark;
    }

    Color colour(double opacity) {
        Color solid = Color.decode(light);
        return new Color(solid.getRed(), solid.getGreen(), solid.getBlue(), (int) Math.round(255 * opacity));
    }
}
