import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes so many scripts of 1 KB on a server. {@code java Fill.java URL TENANT TOKEN SCRIPTS} */
class Fill {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    public static void main(String[] args) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        String filler = "// " + "x".repeat(1_000);
        for (int i = 0; i < Integer.parseInt(args[3]); i++) {
            String made = post(client, args, "/governance/scripts", "{\"name\":\"script " + i + "\"}");
            Matcher id = ID.matcher(made);
            id.find();
            post(client, args, "/governance/scripts/" + id.group(1) + "/versions",
                    "{\"script_body\":\"output.v = " + i + ";\\n" + filler + "\"}");
        }
    }

    private static String post(HttpClient client, String[] args, String path, String json) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(args[0] + path))
                        .header("X-Tenant-ID", args[1])
                        .header("Authorization", "Bearer " + args[2])
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
