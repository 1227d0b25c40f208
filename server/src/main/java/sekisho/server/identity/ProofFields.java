package sekisho.server.identity;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sekisho.identity.IdentityRefusal;
import sekisho.identity.Octets;
import sekisho.identity.Refusal;
import sekisho.identity.pki.Limits;

/**
 * The parts of a proof as one line of text, which a form carries: {@code name=base64url} with blanks between. A part may be there
 * several times. Immutable.
 */
final class ProofFields {
    /** A form has at most 64 KiB. */
    static final int LONGEST = 60_000;

    private static final int MOST_PARTS = 16;

    private final Map<String, List<Octets>> parts;

    private ProofFields(Map<String, List<Octets>> parts) {
        this.parts = parts;
    }

    /** Reads a line. @throws Refusal if it is too long, has a part of another name, or one that is no base64url */
    static ProofFields read(String line, Set<String> names) throws Refusal {
        if (line.length() > LONGEST) {
            throw new Refusal(IdentityRefusal.TOO_LARGE);
        }
        String[] words = line.strip().split(" ", MOST_PARTS + 1);
        if (words.length > MOST_PARTS) {
            throw new Refusal(IdentityRefusal.TOO_LARGE);
        }
        var parts = new LinkedHashMap<String, List<Octets>>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0 || !names.contains(word.substring(0, equals))) {
                throw new Refusal(IdentityRefusal.MALFORMED);
            }
            parts.computeIfAbsent(word.substring(0, equals), _ -> new ArrayList<>())
                    .add(octets(word.substring(equals + 1)));
        }
        return new ProofFields(parts);
    }

    private static Octets octets(String text) throws Refusal {
        try {
            return Octets.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException bad) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
    }

    /** The part, which is there once. */
    Octets one(String name) throws Refusal {
        return atMostOne(name).orElseThrow(() -> new Refusal(IdentityRefusal.MALFORMED));
    }

    /** The part, if it is there; then once. */
    Optional<Octets> atMostOne(String name) throws Refusal {
        List<Octets> all = parts.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw new Refusal(IdentityRefusal.MALFORMED);
        }
        return all.stream().findFirst();
    }

    /** All parts of a name, at most {@link Limits#MOST}. */
    List<Octets> all(String name) throws Refusal {
        List<Octets> all = parts.getOrDefault(name, List.of());
        if (all.size() > Limits.MOST) {
            throw new Refusal(IdentityRefusal.TOO_LARGE);
        }
        return all;
    }

    /** A line under construction. */
    static final class Line {
        private final List<String> words = new ArrayList<>();

        Line with(String name, Octets part) {
            words.add(name + "=" + Base64.getUrlEncoder().withoutPadding().encodeToString(part.toArray()));
            return this;
        }

        Line with(String name, List<Octets> all) {
            all.forEach(part -> with(name, part));
            return this;
        }

        String text() {
            return words.stream().collect(Collectors.joining(" "));
        }
    }
}
