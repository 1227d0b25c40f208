package sekisho.fuzz;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes scenes through the API: a world of its own, in a test currency and a tier without limits. Owner: one thread. */
public final class Scenes {
    static final String CURRENCY = "XTS";
    static final String BANK = "0001";
    static final String OTHER_BANK = "0005";

    private static final int TIER = 255;
    private static final String MONEY = "'amount':50,'currency':'XTS'";

    private final Operator operator;
    private final ApiDocument document;
    private final Map<String, String> things = new LinkedHashMap<>();
    private final @Nullable Scene last;

    private Scenes(Operator operator, ApiDocument document, @Nullable Scene last) {
        this.operator = operator;
        this.document = document;
        this.last = last;
    }

    /**
     * Makes a scene.
     *
     * @param last scene, whose clients are used again when there are as many as may be; null: none
     * @throws IOException if the server does not accept what is right
     */
    public static Scene make(Operator operator, ApiDocument document, @Nullable Scene last)
            throws IOException, InterruptedException {
        var scenes = new Scenes(operator, document, last);
        scenes.prepare();
        scenes.holders();
        scenes.links();
        scenes.payments();
        scenes.movements();
        scenes.clients();
        return new Scene(scenes.things);
    }

    /** What there is already is refused, and that is well. */
    private void prepare() throws IOException, InterruptedException {
        operator.change("POST", "/v1/currencies", "{'currency':'XTS','exponent':2,'test':true}");
        for (String bank : new String[] {BANK, OTHER_BANK}) {
            operator.change("POST", "/v1/banks", "{'bank':'" + bank + "'}");
            for (String word : new String[] {"links", "top-ups", "cash-outs"}) {
                operator.change("POST", "/v1/banks/" + bank + "/reopenings", "{'operation':'" + word + "'}");
            }
        }
        String tier = "/v1/tiers/" + TIER;
        for (String word : new String[] {"send", "pay", "top-up", "cash-out"}) {
            operator.change("PUT", tier + "/limits/" + word, "{'currency':'XTS'}");
        }
        operator.change("PUT", tier + "/balance-cap", "{'currency':'XTS'}");
        things.put("bank", BANK);
        things.put("currency", CURRENCY);
    }

    private void holders() throws IOException, InterruptedException {
        for (String name : new String[] {"wallet", "payee", "bare", "barest"}) {
            put(name, operator.post("/v1/wallets", "{'tier':" + TIER + ",'currency':'XTS'}"));
        }
        for (String name : new String[] {"merchant", "bareMerchant"}) {
            put(name, operator.post("/v1/merchants", "{'currency':'XTS'}"));
        }
        String wallet = things.get("wallet");
        put(
                "received",
                operator.post(
                        "/v1/top-ups/received",
                        "{'wallet':'" + wallet + "','bank':'" + BANK + "','amount':1000000000,'currency':'XTS'}"));
        // What is swept to the other bank and has not arrived yet.
        operator.post("/v1/sweeps", "{'from':'0001','to':'0005','amount':1000,'currency':'XTS'}");
    }

    private void links() throws IOException, InterruptedException {
        String links = "/v1/wallets/" + things.get("wallet") + "/links";
        for (String name : new String[] {"link", "otherLink", "requestedLink"}) {
            put(name, operator.post(links, "{'bank':'" + BANK + "'}"));
        }
        String activation = RightRequests.completed(document, "ActivateLink", "{'evidence':1}");
        operator.post(links + "/" + things.get("link") + "/activate", activation);
        operator.post(links + "/" + things.get("otherLink") + "/activate", activation);
    }

    private void payments() throws IOException, InterruptedException {
        String pair = "{'wallet':'" + things.get("wallet") + "','merchant':'" + things.get("merchant") + "'," + MONEY;
        put("payment", operator.post("/v1/payments", pair + "}"));
        put("authorised", operator.post("/v1/authorisations", pair + "}"));
        put("alsoAuthorised", operator.post("/v1/authorisations", pair + "}"));
        String lines = "{'lines':[{'kind':'wallet','owner':'" + things.get("wallet") + "','side':'debit'," + MONEY
                + "},{'kind':'fees','side':'credit'," + MONEY + "}]}";
        put("hold", operator.post("/v1/holds", lines));
        put("otherHold", operator.post("/v1/holds", lines));
    }

    private void movements() throws IOException, InterruptedException {
        String movement = "{'wallet':'" + things.get("wallet") + "','link':'" + things.get("link") + "'," + MONEY + "}";
        put("topUp", operator.post("/v1/top-ups", movement));
        put("cashOut", operator.post("/v1/cash-outs", movement));
    }

    /** One that is enabled, disabled and given secrets, and one that is left alone and may do little. */
    private void clients() throws IOException, InterruptedException {
        String body = "{'name':'Fuzz','scopes':['metrics:read']}";
        Response first = operator.change("POST", "/v1/clients", body);
        Response second = operator.change("POST", "/v1/clients", body);
        if (second.accepted()) {
            things.put("client", first.json().at("/client/id").asString());
            things.put(Scene.HARMLESS, second.json().at("/client/id").asString());
            things.put(Scene.SECRET, second.json().path("secret").asString());
        } else if (last != null) {
            for (String name : new String[] {"client", Scene.HARMLESS, Scene.SECRET}) {
                things.put(name, last.of(name));
            }
        } else {
            throw new IOException("no client can be added: " + second.body());
        }
    }

    private void put(String name, JsonNode made) {
        things.put(name, made.path("id").asString());
    }
}
