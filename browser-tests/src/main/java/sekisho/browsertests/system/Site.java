package sekisho.browsertests.system;

/** An origin with pages. */
public enum Site {
    /** The wallet app and the shops' pages. */
    WALLET("sekisho.server"),
    /** The operators' pages, on a host of their own. */
    CONSOLE("sekisho.server.console"),
    /** The simulated banks' own pages. */
    BANK("sekisho.banksimulator");

    /** Below it are the site's controllers, those of a site with a longer name excepted. */
    private final String controllers;

    Site(String controllers) {
        this.controllers = controllers;
    }

    /** The package whose controllers serve this site. */
    public String controllers() {
        return controllers;
    }

    /** In names of files. */
    public String word() {
        return switch (this) {
            case WALLET -> "wallet";
            case CONSOLE -> "console";
            case BANK -> "bank";
        };
    }
}
