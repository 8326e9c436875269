package latchkey.web;

/** Contrast of two colours (WCAG 2.2, definitions of contrast ratio and relative luminance). */
final class Contrast {

    private Contrast() {}

    /** From 1 (white itself) to 21 (black). */
    static double withWhite(String hex) {
        return 1.05 / (luminance(Integer.parseInt(hex.substring(1), 16)) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
