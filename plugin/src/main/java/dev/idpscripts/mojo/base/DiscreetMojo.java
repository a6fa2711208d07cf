package dev.idpscripts.mojo.base;

import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.mojo.maven.DiscreetLog;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** The rim where what a goal says leaves it, for Maven's log or as an exception: none of this run's secrets does. */
abstract class DiscreetMojo extends AbstractMojo {

    private final Secrets secrets = new Secrets();

    /** What is never said. */
    final Secrets secrets() {
        return secrets;
    }

    @Override
    public final Log getLog() {
        return DiscreetLog.of(super.getLog(), secrets);
    }

    /** Does the work. */
    abstract void perform() throws MojoExecutionException, MojoFailureException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            perform();
        } catch (MojoExecutionException e) {
            throw secrets.hide(e) == e ? e : new MojoExecutionException(said(e), secrets.hide(e.getCause()));
        } catch (MojoFailureException e) {
            throw secrets.hide(e) == e ? e : new MojoFailureException(said(e), secrets.hide(e.getCause()));
        } catch (RuntimeException e) {
            throw secrets.hide(e) == e ? e : new IllegalStateException(secrets.hide(e));
        }
    }

    private String said(Exception e) {
        return secrets.hide(String.valueOf(e.getMessage()));
    }
}
