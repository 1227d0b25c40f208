package sekisho.server.wallet;

import java.util.Collection;
import java.util.Map;
import sekisho.protocol.MerchantId;
import sekisho.server.pages.Language;

/** What shops are called. A bean of this type is used where there is one. */
public interface MerchantNames {

    /** Names by number; who has none is left out. */
    Map<MerchantId, String> names(Collection<MerchantId> merchants, Language language);
}
