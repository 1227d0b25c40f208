package sekisho.banksimulator.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/** Compares secrets. */
final class Secrets {
    private Secrets() {}

    /** Takes as long whatever differs. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
