package sekisho.server.api;

import sekisho.protocol.MerchantId;
import sekisho.protocol.OperationId;
import sekisho.protocol.WalletId;

/** The names of what a request makes: they follow from the client and the request's id, so a repeat makes no other. */
public final class Ids {
    private Ids() {}

    /** A payment, link, hold, top-up or cash-out; and what a transfer is called in statements. */
    public static OperationId operation(ApiRequest request) {
        return OperationId.of(request.client().number(), request.id(), 0);
    }

    /** A wallet: the operation's first 63 bits. */
    public static WalletId wallet(ApiRequest request) {
        return new WalletId(holder(request));
    }

    /** A merchant, likewise. */
    public static MerchantId merchant(ApiRequest request) {
        return new MerchantId(holder(request));
    }

    private static long holder(ApiRequest request) {
        return Math.max(1, operation(request).high() >>> 1);
    }
}
