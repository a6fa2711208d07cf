package dev.idpscripts.mojo.maven;

import dev.idpscripts.model.secret.Secrets;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.apache.maven.plugin.logging.Log;

/** Maven's log without secrets, whichever of its fifteen methods is called. */
public final class DiscreetLog {

    private DiscreetLog() {}

    public static Log of(Log log, Secrets secrets) {
        return (Log) Proxy.newProxyInstance(
                Log.class.getClassLoader(), new Class<?>[] {Log.class}, (proxy, method, given) -> {
                    Object[] hidden = given == null
                            ? null
                            : Arrays.stream(given)
                                    .map(each -> hide(each, secrets))
                                    .toArray();
                    try {
                        return method.invoke(log, hidden);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Object hide(Object given, Secrets secrets) {
        if (given instanceof CharSequence text) {
            return secrets.hide(text.toString());
        }
        return given instanceof Throwable thrown ? secrets.hide(thrown) : given;
    }
}
