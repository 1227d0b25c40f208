package sekisho.server.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** A bank that refuses everything and says back, in every field of its answer, what it was told. */
final class EchoingBank implements AutoCloseable {
    private final HttpServer http;

    EchoingBank() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", EchoingBank::echo);
        http.start();
    }

    URI address(String code) {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/banks/" + code);
    }

    private static void echo(HttpExchange exchange) throws IOException {
        String told = new String(exchange.getRequestBody().readAllBytes(), UTF_8) + Bird.CUSTOMER.kanji() + " "
                + Bird.CUSTOMER.kana() + " " + Bird.CUSTOMER.phone();
        String text = told.replace("\\", "").replace("\"", "'");
        byte[] answer =
                "{\"title\":\"%1$s\",\"error\":\"%1$s\",\"detail\":\"%1$s\",\"code\":\"%1$s\",\"reason\":\"%1$s\"}"
                        .formatted(text)
                        .getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(400, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
