package io.producerbench.hosts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks JSON with one of Trogdor's servers. No whole answer takes longer than {@link #PATIENCE}. */
record RestClient(String base, HttpClient http) {
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int NOT_FOUND = 404;
    private static final int LEAST_ERROR = 300;

    static RestClient of(String base) {
        return new RestClient(
                base,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .build());
    }

    /** Returns what is at this path; empty if there is nothing. */
    Optional<JsonNode> get(String path) throws IOException {
        return ask(request(path).GET().build());
    }

    void post(String path, Object body) throws IOException {
        ask(request(path).POST(json(body)).build());
    }

    void put(String path, Object body) throws IOException {
        ask(request(path).PUT(json(body)).build());
    }

    void delete(String path) throws IOException {
        ask(request(path).DELETE().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
    }

    private static String reason(Throwable failure) {
        if (failure instanceof TimeoutException || failure instanceof HttpTimeoutException) {
            return "no answer within " + PATIENCE.toSeconds() + " s";
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private Optional<JsonNode> ask(HttpRequest request) throws IOException {
        try {
            // The request's own timeout holds only until the body begins.
            HttpResponse<String> answer = http.sendAsync(request, BodyHandlers.ofString())
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .get();
            if (answer.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            if (answer.statusCode() >= LEAST_ERROR) {
                throw new IOException(request.method() + " " + request.uri() + " was answered with "
                        + answer.statusCode() + " " + answer.body());
            }
            return Optional.of(JsonMapper.shared().readTree(answer.body()));
        } catch (JacksonException e) {
            throw new IOException(request.uri() + " was not answered with JSON: " + e.getOriginalMessage(), e);
        } catch (ExecutionException e) {
            throw new IOException(request.method() + " " + request.uri() + ": " + reason(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + request.uri(), e);
        }
    }
}
