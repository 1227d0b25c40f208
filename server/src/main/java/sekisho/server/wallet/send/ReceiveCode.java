package sekisho.server.wallet.send;

import java.util.Optional;
import sekisho.server.people.Handle;

/**
 * What the code says that a person shows to receive money: {@code sekisho:send?to=aoi-kita}. It names a handle and nothing else, so it
 * is good for ever and for everybody (docs/decisions/0130).
 */
public record ReceiveCode(Handle handle) {
    private static final String BEGIN = "sekisho:send?to=";

    /** Reads one; empty: it is something else. */
    public static Optional<ReceiveCode> read(String text) {
        String bare = text.strip();
        return bare.startsWith(BEGIN)
                ? Handle.parse(bare.substring(BEGIN.length()))
                        .filter(handle -> bare.equals(BEGIN + handle.text()))
                        .map(ReceiveCode::new)
                : Optional.empty();
    }

    /** As it stands in the code. */
    public String encode() {
        return BEGIN + handle.text();
    }
}
