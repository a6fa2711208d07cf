package dev.idpscripts.server.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** Keeps a body as text, and hangs up on one that does not end. */
final class LimitedBody implements BodySubscriber<String> {

    private final long size;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<String> text = new CompletableFuture<>();
    private final CompletableFuture<Void> clock = new CompletableFuture<>();
    private final long left;
    private volatile Flow.Subscription source;

    /**
     * @param size how many bytes it may have
     * @param left how many nanoseconds there are for them
     */
    LimitedBody(long size, long left) {
        this.size = size;
        this.left = left;
    }

    @Override
    public CompletionStage<String> getBody() {
        return text;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // whatever comes of the body, its reader sees
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        clock.orTimeout(left, TimeUnit.NANOSECONDS).whenComplete((nothing, late) -> {
            if (late != null && text.completeExceptionally(new HttpTimeoutException("the body did not end"))) {
                source.cancel();
            }
        });
        text.whenComplete((all, failure) -> clock.complete(null));
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (bytes.size() + part.remaining() > size) {
                text.completeExceptionally(new AnswerTooLarge(size));
                source.cancel();
                return;
            }
            byte[] some = new byte[part.remaining()];
            part.get(some);
            bytes.writeBytes(some);
        }
    }

    @Override
    public void onError(Throwable failure) {
        text.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        text.complete(bytes.toString(StandardCharsets.UTF_8));
    }
}
