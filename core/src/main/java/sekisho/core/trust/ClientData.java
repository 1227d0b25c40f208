package sekisho.core.trust;

import org.jspecify.annotations.Nullable;

/**
 * What a browser says it signed for: a JSON object (W3C Web Authentication, 5.8.1). Strict: members are strings without
 * escapes, true, false, null, or objects of such; a name that comes twice, or anything else, makes all of it unreadable.
 */
final class ClientData {

    private final String text;
    private int at;
    private boolean readable = true;
    private @Nullable String type;
    private @Nullable String challenge;
    private @Nullable String origin;
    private boolean crossOrigin;

    private ClientData(String text) {
        this.text = text;
    }

    /** Reads it, or null. */
    static @Nullable ClientData read(String text) {
        ClientData data = new ClientData(text);
        data.object(true);
        return data.readable && data.at == text.length() ? data : null;
    }

    @Nullable
    String type() {
        return type;
    }

    @Nullable
    String challenge() {
        return challenge;
    }

    @Nullable
    String origin() {
        return origin;
    }

    boolean crossOrigin() {
        return crossOrigin;
    }

    private void object(boolean outer) {
        expect('{');
        if (readable && peek() == '}') {
            at++;
            return;
        }
        while (readable) {
            String name = string();
            expect(':');
            member(outer ? name : "");
            if (peek() != ',') {
                break;
            }
            at++;
        }
        expect('}');
    }

    private void member(String name) {
        switch (peek()) {
            case '"' -> keep(name, string());
            case '{' -> {
                readable &= !known(name);
                object(false);
            }
            case 't' -> {
                word("true");
                readable &= !known(name);
                crossOrigin |= name.equals("crossOrigin");
            }
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> readable = false;
        }
    }

    private static boolean known(String name) {
        return name.equals("type") || name.equals("challenge") || name.equals("origin");
    }

    private void keep(String name, String value) {
        switch (name) {
            case "type" -> {
                readable &= type == null;
                type = value;
            }
            case "challenge" -> {
                readable &= challenge == null;
                challenge = value;
            }
            case "origin" -> {
                readable &= origin == null;
                origin = value;
            }
            default -> {} // browsers add members as they like
        }
    }

    private String string() {
        expect('"');
        int from = at;
        while (peek() != '"' && peek() != '\\' && peek() != 0) {
            at++;
        }
        String value = text.substring(Math.min(from, text.length()), at);
        expect('"');
        return value;
    }

    private void word(String word) {
        if (text.startsWith(word, at)) {
            at += word.length();
        } else {
            readable = false;
        }
    }

    private void expect(char c) {
        if (readable && peek() == c) {
            at++;
        } else {
            readable = false;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
