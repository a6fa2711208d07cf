package dev.idpscripts.workspace;

import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.yaml.Located;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a server as an environment's file gives it: only what Java can connect to. */
final class ServerAddress {

    private static final int HIGHEST_PORT = 65_535;
    private static final String CREDENTIALS =
            "\"url\" must not hold credentials; give them as IDP_SCRIPTS_TOKEN or in settings.xml";
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\]]*]|[^:]*)(?::(.*))?");

    private final Located<String> address;
    private final Problems problems;

    ServerAddress(Located<String> address, Problems problems) {
        this.address = address;
        this.problems = problems;
    }

    /** Empty, with a problem added, if it is none. */
    Optional<URI> read() {
        // Before anything that repeats the address.
        if (address.value().matches("(?s)[^/?#]*//[^/?#]*@.*")) {
            return wrong(CREDENTIALS);
        }
        try {
            URI url = new URI(address.value());
            boolean web = ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
                    && url.getRawAuthority() != null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null;
            if (web) {
                return web(url);
            }
        } catch (URISyntaxException e) {
            // Told below, with what would be right.
        }
        return wrong("\"url\" must be an address such as https://idp.example.com, or sandbox, not \"" + address.value()
                + "\"");
    }

    private Optional<URI> wrong(String text) {
        problems.add(address.origin(), text);
        return Optional.empty();
    }

    /** Java's own word for a host or port that it cannot use comes late, and names neither file nor line. */
    private Optional<URI> web(URI url) {
        Matcher parts = HOST_AND_PORT.matcher(url.getRawAuthority());
        if (!parts.matches()) {
            return wrong("\"url\" has no host and port in \"" + url.getRawAuthority() + "\"");
        }
        String port = Optional.ofNullable(parts.group(2)).orElse("");
        if (!port.isEmpty() && !isPort(port)) {
            return wrong("the port in \"url\" must be a number from 1 to " + HIGHEST_PORT + ", not \"" + port + "\"");
        }
        String host = parts.group(1);
        if (url.getHost() == null || host.endsWith(".") || host.contains("%")) {
            return wrong("\"" + host + "\" in \"url\" is no name of a host that Java can connect to: " + remedy(host));
        }
        return "https".equals(url.getScheme()) ? Optional.of(url) : loopback(url);
    }

    private static boolean isPort(String port) {
        return port.matches("[0-9]{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= HIGHEST_PORT;
    }

    private static String remedy(String host) {
        if (host.endsWith(".") && host.length() > 1) {
            return "leave out the dot at its end";
        }
        if (host.contains("_")) {
            return "\"_\" is not allowed there (RFC 1123); give another name of the server, or its IP address";
        }
        String ascii = ascii(host);
        return ascii.equals(host)
                ? "letters, digits and hyphens with dots between them, or an IP address"
                : "write it as " + ascii;
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            return host;
        }
    }

    /** Plain http would send the token in the clear, so it is for this machine only. */
    private Optional<URI> loopback(URI url) {
        String host = url.getHost();
        try {
            boolean literal = host.equals("localhost") || host.startsWith("[") || host.matches("[0-9.]+");
            if (literal && InetAddress.getByName(host).isLoopbackAddress()) {
                return Optional.of(url);
            }
        } catch (UnknownHostException e) {
            // Then it is not this machine.
        }
        return wrong(
                "\"url\" must begin with https: plain http would send the credentials in the clear, and is only for this"
                        + " machine (http://127.0.0.1:8080)");
    }
}
