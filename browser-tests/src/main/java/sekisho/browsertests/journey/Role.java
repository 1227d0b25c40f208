package sekisho.browsertests.journey;

import sekisho.browsertests.system.Site;

/** Who somebody is to the pages. */
public enum Role {
    SIGNED_OUT(Site.WALLET),
    CUSTOMER(Site.WALLET),
    MERCHANT(Site.WALLET),
    OPERATOR(Site.CONSOLE),
    BANK_CUSTOMER(Site.BANK);

    private final Site site;

    Role(Site site) {
        this.site = site;
    }

    /** Where one signs in. */
    public Site site() {
        return site;
    }

    /** In names of files and of demo links. */
    public String word() {
        return switch (this) {
            case SIGNED_OUT -> "signed-out";
            case CUSTOMER -> "customer";
            case MERCHANT -> "merchant";
            case OPERATOR -> "operator";
            case BANK_CUSTOMER -> "bank-customer";
        };
    }
}
