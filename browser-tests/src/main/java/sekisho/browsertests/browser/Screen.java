package sekisho.browsertests.browser;

/** What somebody holds in their hand, or has on their desk. Sizes are CSS pixels. */
public enum Screen {
    PHONE(390, 844, 2, true),
    DESKTOP(1280, 800, 1, false);

    private final int width;
    private final int height;
    private final int density;
    private final boolean touch;

    Screen(int width, int height, int density, boolean touch) {
        this.width = width;
        this.height = height;
        this.density = density;
        this.touch = touch;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Device pixels in a CSS pixel. */
    public int density() {
        return density;
    }

    /** Whether it is used with fingers, and tells pages so. */
    public boolean touch() {
        return touch;
    }

    /** In names of files. */
    public String word() {
        return switch (this) {
            case PHONE -> "phone";
            case DESKTOP -> "desktop";
        };
    }
}
