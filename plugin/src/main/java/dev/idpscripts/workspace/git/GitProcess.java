package dev.idpscripts.workspace.git;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs {@code git} and waits for it, but not for ever.
 *
 * @param program the command to run
 * @param folder where
 * @param variables all that it is to see
 * @param patience how long one command may take
 */
record GitProcess(String program, Path folder, Map<String, String> variables, Duration patience) {

    /**
     * What one command came to.
     *
     * @param exit its exit code
     * @param raw what it printed, a character for each byte
     * @param errors what it complained of
     */
    record Answer(int exit, String raw, String errors) {

        String text() {
            return GitProcess.text(raw);
        }
    }

    /** What is meant by a character for each byte. */
    static String text(String raw) {
        return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /**
     * Runs one command.
     *
     * @param input what it reads
     * @throws IOException if there is no such command
     * @throws TimeoutException if it does not end in time; it is ended then
     */
    Answer run(String input, List<String> arguments) throws IOException, TimeoutException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program, "--no-pager"));
        GitEnvironment.PINS.forEach(pin -> command.addAll(List.of("-c", pin)));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            return wait(process, input);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Answer wait(Process process, String input) throws TimeoutException, InterruptedException {
        FutureTask<byte[]> out = begin(process.getInputStream()::readAllBytes);
        FutureTask<byte[]> errors = begin(process.getErrorStream()::readAllBytes);
        FutureTask<Boolean> written = begin(() -> write(process.getOutputStream(), input));
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException();
        }
        written.cancel(true);
        // Something that it left behind may hold the pipes.
        return new Answer(
                process.exitValue(),
                new String(get(out), StandardCharsets.ISO_8859_1),
                new String(get(errors), StandardCharsets.UTF_8));
    }

    /** Whether all was taken; a command that fails reads no further. */
    private static boolean write(OutputStream to, String text) throws IOException {
        try (to) {
            to.write(text.getBytes(StandardCharsets.UTF_8));
            return true;
        }
    }

    private byte[] get(FutureTask<byte[]> read) throws TimeoutException, InterruptedException {
        try {
            return read.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the pipe of a process that ended", e);
        }
    }

    private static <T> FutureTask<T> begin(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "git");
        thread.setDaemon(true);
        thread.start();
        return task;
    }
}
