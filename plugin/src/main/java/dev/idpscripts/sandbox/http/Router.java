package dev.idpscripts.sandbox.http;

import dev.idpscripts.sandbox.http.Route.RequiredRole;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the endpoint for a path and a method. */
public final class Router {

    /**
     * The pattern that fits a path.
     *
     * @param routes one for each of its methods
     * @param values what stands in the path for the pattern's parameters
     */
    public record Match(List<Route> routes, List<String> values) {

        public RequiredRole access() {
            return routes.get(0).access();
        }

        /** The route for a method; what is there for GET is there for HEAD too. */
        public Route route(String method) {
            String wanted = "HEAD".equals(method) ? "GET" : method;
            return routes.stream()
                    .filter(r -> r.method().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> ApiError.methodNotAllowed(allowed()));
        }

        private String allowed() {
            Set<String> methods = new LinkedHashSet<>();
            for (Route route : routes) {
                methods.add(route.method());
                if ("GET".equals(route.method())) {
                    methods.add("HEAD");
                }
            }
            return String.join(",", methods);
        }
    }

    private final List<Route> routes;

    /**
     * A router for these routes.
     *
     * @param routes in any order: a fixed segment wins over a parameter (server.md 1.1)
     */
    public Router(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparing(Router::specificity))
                .toList();
    }

    private static String specificity(Route route) {
        return route.segments().stream()
                .map(s -> Route.isParameter(s) ? "2" : "1")
                .collect(Collectors.joining());
    }

    public Match match(String path) {
        List<String> segments = Route.segments(path);
        Route best = routes.stream()
                .filter(r -> fits(r.segments(), segments))
                .findFirst()
                .orElseThrow(ApiError::nothingThere);
        List<Route> same = routes.stream()
                .filter(r -> r.segments().equals(best.segments()))
                .toList();
        return new Match(same, values(best.segments(), segments));
    }

    private static boolean fits(List<String> pattern, List<String> path) {
        return pattern.size() == path.size()
                && IntStream.range(0, path.size()).allMatch(i -> fits(pattern.get(i), path.get(i)));
    }

    private static boolean fits(String pattern, String segment) {
        return Route.isParameter(pattern) ? !segment.isEmpty() : pattern.equals(segment);
    }

    private static List<String> values(List<String> pattern, List<String> path) {
        return IntStream.range(0, path.size())
                .filter(i -> Route.isParameter(pattern.get(i)))
                .mapToObj(path::get)
                .toList();
    }
}
