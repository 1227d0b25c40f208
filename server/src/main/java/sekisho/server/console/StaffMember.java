package sekisho.server.console;

import sekisho.server.pages.Language;

/**
 * Somebody who works here. Controllers of the console get who is signed in as an argument.
 *
 * @param word short, unique
 */
public record StaffMember(StaffId id, String word, String nameJa, String nameEn, Role role) {

    public String name(Language language) {
        return switch (language) {
            case JA -> nameJa;
            case EN -> nameEn;
        };
    }

    /** What stands in the seal. */
    public String seal(Language language) {
        return switch (language) {
            case JA -> nameJa.split(" ", 2)[0];
            case EN -> initials();
        };
    }

    /** Whether the member may unfreeze. */
    public boolean supervises() {
        return role == Role.SUPERVISOR;
    }

    private String initials() {
        var initials = new StringBuilder();
        for (String part : nameEn.split(" ", -1)) {
            initials.append(part, 0, Math.min(1, part.length()));
        }
        return initials.toString();
    }
}
