package sekisho.server.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server on this machine that keeps what it is given. Each connection has a thread. */
final class MailHost implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger busy = new AtomicInteger();

    MailHost() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What was taken, headers and all. */
    List<String> mails() {
        return List.copyOf(mails);
    }

    /** Answers the next mails with "try later". */
    void beBusy(int times) {
        busy.set(times);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            say(client, "220 here");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split(" ", 2)[0];
                switch (verb) {
                    case "RCPT" -> say(client, line.contains("nobody") ? "550 5.1.1 <nobody> is unknown" : "250 ok");
                    case "DATA" -> {
                        say(client, "354 go on");
                        String mail = data(in);
                        if (busy.getAndDecrement() > 0) {
                            say(client, "451 4.3.0 try later");
                        } else {
                            mails.add(mail);
                            say(client, "250 ok");
                        }
                    }
                    case "QUIT" -> {
                        say(client, "221 bye");
                        return;
                    }
                    default -> say(client, "250 ok");
                }
            }
        } catch (IOException gone) {
            // The client has left; what it gave is kept.
            return;
        }
    }

    private static String data(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
