package sekisho.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What secrets look like. Parts are put together here, so that this file is none of what it looks for. */
final class SecretPatterns {
    private static final int LEAST_ENTROPY = 3;
    private static final Map<String, Pattern> CERTAIN = certain();

    /** A name that promises a secret, and a literal for it. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?:password|passwd|secret|api[-_.]?key|apikey|access[-_.]?key|private[-_.]?key|token|credential)[a-z_]*"
                    + "[\"']?\\s*(?:=|:|,)\\s*[\"']([A-Za-z0-9+/=_.-]{20,})[\"']");

    private static final Pattern NAMED_IN_A_FILE = Pattern.compile(
            "(?im)^[a-z0-9_.-]*(?:password|secret|api[-_.]?key|private[-_.]?key|token)\\s*[=:]\\s*([A-Za-z0-9+/=_-]{20,})\\s*$");

    private SecretPatterns() {}

    /** What in a text looks like a secret: the kind and the line, never the secret. */
    static List<String> found(String name, String text) {
        var found = new java.util.ArrayList<String>();
        CERTAIN.forEach((kind, pattern) -> each(pattern, text, match -> found.add(said(name, text, match, kind))));
        for (Pattern pattern : List.of(NAMED, NAMED_IN_A_FILE)) {
            each(pattern, text, match -> {
                if (isRandom(match.group(1))) {
                    found.add(said(name, text, match, "a literal where a secret belongs"));
                }
            });
        }
        return found;
    }

    private static Map<String, Pattern> certain() {
        var all = new LinkedHashMap<String, Pattern>();
        all.put("a private key", Pattern.compile("-----BEGIN (?:[A-Z0-9]+ )*PRIVATE" + " KEY(?: BLOCK)?-----"));
        all.put("a private JWK", Pattern.compile("\"d\"\\s*:\\s*\"[A-Za-z0-9_-]{32,}\""));
        all.put("a symmetric JWK", Pattern.compile("\"kty\"\\s*:\\s*\"oct\"[^}]*\"k\"\\s*:\\s*\"[A-Za-z0-9_-]{16,}\""));
        all.put(
                "a signed token",
                Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}"));
        all.put("a cloud's access key", Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"));
        all.put("a cloud's API key", Pattern.compile("\\bAIza[0-9A-Za-z_-]{35}\\b"));
        all.put(
                "a forge's token",
                Pattern.compile(
                        "\\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,}|glpat-[A-Za-z0-9_-]{20,})"));
        all.put("a chat's token", Pattern.compile("\\bxox[abeoprs]-[A-Za-z0-9-]{10,}"));
        all.put("a payment provider's key", Pattern.compile("\\b[rs]k_live_[A-Za-z0-9]{16,}"));
        all.put("a mail sender's key", Pattern.compile("\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}"));
        all.put(
                "a password in an address",
                Pattern.compile(
                        "\\b[a-z][a-z0-9+]{1,20}://[^\\s/:@\"'<>{}$%]{1,40}:[^\\s/:@\"'<>{}$%]{6,60}@[a-z0-9]"));
        return all;
    }

    private static void each(Pattern pattern, String text, java.util.function.Consumer<Matcher> then) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            then.accept(matcher);
        }
    }

    private static String said(String name, String text, Matcher match, String kind) {
        long line = text.substring(0, match.start()).lines().count();
        return name + ", about line " + Math.max(1, line) + ": " + kind;
    }

    /** Words and ids are made of few letters or of letters alone; what is random has digits and much variety. */
    private static boolean isRandom(String text) {
        if (text.chars().noneMatch(Character::isDigit) || text.chars().noneMatch(Character::isLetter)) {
            return false;
        }
        double entropy = text.chars()
                .distinct()
                .mapToDouble(one -> {
                    double share =
                            (double) text.chars().filter(other -> other == one).count() / text.length();
                    return -share * Math.log(share) / Math.log(2);
                })
                .sum();
        return entropy > LEAST_ENTROPY + 0.5;
    }
}
