package sekisho.server.testing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import sekisho.gateway.Gateway;
import sekisho.protocol.BankCommand;
import sekisho.protocol.BankId;
import sekisho.server.linking.SupportedBank;
import sekisho.server.linking.SupportedBanks;

/** Runs a server by hand whose pages can be tried: identity demonstrations count, mails are shown, a bank can be chosen. */
final class DemoPages {
    private static final int PORT = 18190;

    private DemoPages() {}

    public static void main(String[] arguments) throws Exception {
        Path home = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("sekisho-");
        var running =
                RunningServer.start(home, settings -> settings.withPort(PORT).withDemo(true));
        bank(running, 812, "潮見銀行", "Shiomi Bank", "シオミ");
        bank(running, 813, "白鷺銀行", "Shirasagi Bank", "シラサギ");
        running.server()
                .part(SupportedBanks.class)
                .put(new SupportedBank(
                        Person.BANK,
                        "あおなみ銀行",
                        "Aonami Bank",
                        "アオナミ",
                        URI.create("http://127.0.0.1:9100/banks/0001"),
                        3));
        Person friend = Person.customer(running.server());
        friend.fund(50_000);
        System.out.println("ready at " + running.server().baseUrl() + " in " + home + ", friend " + friend.handle());
        fundOnRequest(running);
        Thread.currentThread().join();
    }

    /** GET /fund?HANDLE on the next port gives somebody an account, money, and a top-up in doubt. */
    private static void fundOnRequest(RunningServer running) throws java.io.IOException {
        var http = com.sun.net.httpserver.HttpServer.create(
                new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), PORT + 1), 0);
        http.createContext("/fund", exchange -> {
            Person person =
                    Person.known(running.server(), exchange.getRequestURI().getQuery());
            var link = person.fund(48_320);
            person.doubtfulTopUp(link, 5_000);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        http.start();
    }

    private static void bank(RunningServer running, int code, String ja, String en, String kana) {
        running.server().part(Gateway.class).submit(new BankCommand.Register(new BankId(code)));
        running.server()
                .part(SupportedBanks.class)
                .put(new SupportedBank(
                        new BankId(code), ja, en, kana, URI.create("http://127.0.0.1:9100/banks/0" + code), 5));
    }
}
