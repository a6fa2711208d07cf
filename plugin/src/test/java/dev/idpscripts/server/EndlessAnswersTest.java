package dev.idpscripts.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.RequestFailed;
import dev.idpscripts.model.error.RequestFailed.Effect;
import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.server.http.ApiRequest;
import dev.idpscripts.server.http.Bearer;
import dev.idpscripts.server.http.Exchange.Limits;
import dev.idpscripts.server.http.ProxyRoute;
import dev.idpscripts.server.http.Secret;
import dev.idpscripts.server.http.Transport;
import dev.idpscripts.server.login.LoginCache;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that do not come to an end: each request does. */
class EndlessAnswersTest {

    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String LONG = "HTTP/1.1 200 OK\r\nContent-Length: 4000000000\r\n\r\n";

    /** What is sent, after which nothing more comes and the connection stays open. */
    enum Endless {
        NOTHING,
        HALF_OF_THE_HEADERS,
        HEADERS_ONLY,
        HALF_A_BODY,
        HALF_A_CHUNK,
        A_BYTE_NOW_AND_THEN,
        A_HEADER_NOW_AND_THEN,
        BLANKS_FOR_EVER,
        CHUNKS_FOR_EVER;

        void send(OutputStream out) throws IOException, InterruptedException {
            switch (this) {
                case NOTHING -> write(out, "");
                case HALF_OF_THE_HEADERS -> write(out, "HTTP/1.1 200 OK\r\nContent-Ty");
                case HEADERS_ONLY -> write(out, LONG);
                case HALF_A_BODY -> write(out, LONG + "{\"id\":");
                case HALF_A_CHUNK -> write(out, CHUNKED + "100\r\n{\"id\":");
                case A_BYTE_NOW_AND_THEN -> drip(out, LONG, " ");
                case A_HEADER_NOW_AND_THEN -> drip(out, "HTTP/1.1 200 OK\r\n", "x: y\r\n");
                case BLANKS_FOR_EVER -> flood(out, LONG, " ".repeat(1 << 16));
                case CHUNKS_FOR_EVER -> flood(out, CHUNKED, "10000\r\n" + " ".repeat(1 << 16) + "\r\n");
            }
        }

        boolean isTooLarge() {
            return this == BLANKS_FOR_EVER || this == CHUNKS_FOR_EVER;
        }

        /** What comes without end is too large before it is too late, on every machine. */
        Limits limits() {
            return new Limits(isTooLarge() ? Duration.ofMinutes(1) : Duration.ofMillis(500), 1 << 20);
        }

        private static void write(OutputStream out, String text) throws IOException {
            out.write(text.getBytes(UTF_8));
            out.flush();
        }

        private static void drip(OutputStream out, String first, String drop) throws IOException, InterruptedException {
            write(out, first);
            while (true) {
                write(out, drop);
                Thread.sleep(20);
            }
        }

        private static void flood(OutputStream out, String first, String more) throws IOException {
            write(out, first);
            while (true) {
                write(out, more);
            }
        }
    }

    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private ServerSocket listening;

    @AfterEach
    void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private URI answering(Endless how) throws IOException {
        listening = new ServerSocket(0);
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    Socket socket = listening.accept();
                    open.add(socket);
                    Thread answer = new Thread(() -> answer(socket, how));
                    answer.setDaemon(true);
                    answer.start();
                }
            } catch (IOException e) {
                // The test is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    private static void answer(Socket socket, Endless how) {
        try {
            socket.getInputStream().read(new byte[1 << 16]);
            how.send(socket.getOutputStream());
        } catch (IOException | InterruptedException e) {
            // The client has hung up.
        }
    }

    private static RequestFailed fails(Transport transport, ApiRequest request) {
        return assertThrows(
                RequestFailed.class, () -> transport.send(request, Bearer.fixed(new Secret("t")), Map.class));
    }

    @ParameterizedTest
    @EnumSource
    void aReading(Endless how) throws IOException {
        RequestFailed e = fails(
                Servers.transport(answering(how), ProxyRoute.DIRECT, how.limits()),
                ApiRequest.get("read script A", "/x"));
        told(how, e);
        assertEquals(Effect.NONE, e.effect());
    }

    private static void told(Endless how, RequestFailed e) {
        String start = how.isTooLarge()
                ? "read script A failed: the answer is larger than 1 MiB"
                : "read script A failed: no whole answer in time from http://127.0.0.1:";
        assertTrue(e.getMessage().startsWith(start), e.getMessage());
        assertEquals(how.isTooLarge() ? ErrorCode.NOT_THE_SERVER : ErrorCode.SERVER_UNREACHABLE, e.code());
    }

    @ParameterizedTest
    @EnumSource
    void aWriteMayHaveBeenDone(Endless how) throws IOException {
        ApiRequest request = ApiRequest.post("create script A", "/x").with(Map.of());
        assertEquals(
                Effect.UNKNOWN,
                fails(Servers.transport(answering(how), ProxyRoute.DIRECT, how.limits()), request)
                        .effect());
    }

    @ParameterizedTest
    @EnumSource
    void throughAProxy(Endless how) throws IOException {
        URI proxy = answering(how);
        ProxyRoute route = ProxyRoute.through(proxy.getHost(), proxy.getPort());
        fails(
                Servers.transport(URI.create("http://idp.example.com"), route, how.limits()),
                ApiRequest.get("read script A", "/x"));
    }

    @ParameterizedTest
    @EnumSource(names = {"NOTHING", "HALF_OF_THE_HEADERS", "A_HEADER_NOW_AND_THEN"})
    void throughATunnel(Endless how) throws IOException {
        URI proxy = answering(how);
        ProxyRoute route = ProxyRoute.through(proxy.getHost(), proxy.getPort());
        fails(
                Servers.transport(URI.create("https://idp.example.com"), route, how.limits()),
                ApiRequest.get("read script A", "/x"));
    }

    @ParameterizedTest
    @EnumSource
    void aLogin(Endless how) throws IOException {
        Server.Access access = new Server.Access(
                answering(how),
                Servers.TENANT,
                Servers.LOGIN,
                ProxyRoute.DIRECT,
                new LoginCache(),
                new AtomicInteger(),
                line -> {},
                Servers.NO_WAITS,
                new Secrets());
        IdpScriptsException e = assertThrows(IdpScriptsException.class, () -> Server.connect(access, how.limits()));
        assertTrue(e.getMessage().startsWith("log in as ada@example.com failed: "), e.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void aLookAtTheHealth(Endless how) throws IOException {
        assertTrue(Health.of(answering(how), ProxyRoute.DIRECT, how.limits())
                .reached()
                .isPresent());
    }
}
