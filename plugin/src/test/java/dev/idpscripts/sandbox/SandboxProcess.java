package dev.idpscripts.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs a sandbox in a process of its own: prints its address and stays until it is killed. */
final class SandboxProcess {

    private SandboxProcess() {}

    /**
     * Starts one and waits to be killed.
     *
     * @param args the folder, or none for an ephemeral one
     */
    public static void main(String[] args) throws InterruptedException {
        Optional<Path> directory = args.length == 0 ? Optional.empty() : Optional.of(Path.of(args[0]));
        try (Sandbox sandbox =
                Sandbox.start(new SandboxOptions(0, directory, Sandboxes.TOKEN, Sandboxes.TENANT, List.of()))) {
            System.out.println(sandbox.url());
            Thread.currentThread().join();
        }
    }
}
