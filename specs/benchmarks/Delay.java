import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * A server at some distance: passes each request on and answers so many milliseconds after it came.
 * Prints its address. {@code java Delay.java URL MILLISECONDS}
 */
class Delay {

    private static final List<String> KEPT = List.of("authorization", "x-tenant-id", "content-type");

    public static void main(String[] args) throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.createContext("/", exchange -> pass(client, args[0], Long.parseLong(args[1]), exchange));
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void pass(HttpClient client, String url, long millis, HttpExchange exchange) throws IOException {
        long at = System.nanoTime() + millis * 1_000_000;
        try (exchange) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            KEPT.forEach(name -> {
                if (exchange.getRequestHeaders().getFirst(name) != null) {
                    request.header(name, exchange.getRequestHeaders().getFirst(name));
                }
            });
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().firstValue("content-type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("content-type", type));
            while (at - System.nanoTime() > 0) {
                Thread.sleep(Math.max(0, (at - System.nanoTime()) / 1_000_000));
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
