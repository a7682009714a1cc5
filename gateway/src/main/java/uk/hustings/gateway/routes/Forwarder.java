package uk.hustings.gateway.routes;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.jboss.logging.Logger;
import uk.hustings.api.limit.BodyLimit;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.gateway.edge.Answers;
import uk.hustings.gateway.edge.FrontDoor;
import uk.hustings.gateway.edge.Leftovers;
import uk.hustings.gateway.edge.Letterhead;
import uk.hustings.gateway.edge.domain.CallerKey;
import uk.hustings.gateway.routes.Places.Place;
import uk.hustings.gateway.routes.domain.Service;

/** Carries requests to services and their answers back. The only class that knows the proxy library. */
@ApplicationScoped
public class Forwarder {

    private static final Logger LOG = Logger.getLogger(Forwarder.class);
    private static final List<String> FORWARDED = List.of(
            "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Proto", "X-Real-IP");

    private final Vertx vertx;
    private final RouteConfig config;
    private final LimitConfig limits;
    private final ServiceClients clients;
    private final Places places;

    Forwarder(Vertx vertx, RouteConfig config, LimitConfig limits, ServiceClients clients, Places places) {
        this.vertx = vertx;
        this.config = config;
        this.limits = limits;
        this.clients = clients;
        this.places = places;
    }

    /** @param limit bytes that the body may have */
    void forward(RoutingContext context, CallerKey caller, Service service, long limit) {
        if (context.response().closed()) {
            return;
        }
        Lane lane = laneOf(context.request(), FrontDoor.targetOf(context).path(), caller, service);
        lane.place().take().ifPresentOrElse(full -> Answers.refuse(context, full), () -> new Exchange(
                        context, lane, places.slowBody(caller, service), service, limit)
                .begin());
    }

    private Lane laneOf(HttpServerRequest request, String path, CallerKey caller, Service service) {
        if (Places.isEventStream(request, path)) {
            return new Lane(places.eventStream(caller, service), clients.forEventStreams());
        }
        return BodyLimit.isImport(path)
                ? new Lane(places.importing(caller, service), clients.forImports())
                : new Lane(places.request(caller, service), clients.forRequests());
    }

    /** What a request takes from the others of its kind. */
    private record Lane(Place place, HttpClient client) {}

    /** One request and its answer. */
    private final class Exchange implements ProxyInterceptor {

        private final RoutingContext context;
        private final HttpServerRequest request;
        private final HttpServerResponse response;
        private final Lane lane;
        private final Place slowBody;
        private final Service service;
        private final long limit;
        private final StallWatch watch;
        private final MeteredBody body;
        private HttpClientRequest asked;
        private long slowTimer;
        private Problem tooSlow;
        private boolean stalled;
        private boolean refused;
        private boolean over;

        Exchange(RoutingContext context, Lane lane, Place slowBody, Service service, long limit) {
            this.context = context;
            this.request = context.request();
            this.response = context.response();
            this.lane = lane;
            this.slowBody = slowBody;
            this.service = service;
            this.limit = limit;
            this.watch = new StallWatch(vertx, config.stallTimeout(), this::onStall);
            this.body = new MeteredBody(request, limit, watch::moved);
        }

        void begin() {
            context.addHeadersEndHandler(
                    written -> HopHeaders.mendFraming(response.getStatusCode(), response.headers()));
            context.addEndHandler(ended -> end());
            watchForSlowBody();
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                response.writeContinue();
            }
            HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), lane.client())
                    .origin(proxy -> connect())
                    .addInterceptor(this)
                    .handle(request);
        }

        private Future<HttpClientRequest> connect() {
            URI url = config.urlOf(service);
            boolean secure = "https".equals(url.getScheme());
            RequestOptions where = new RequestOptions()
                    .setHost(url.getHost())
                    .setPort(url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80)
                    .setSsl(secure)
                    .setConnectTimeout(config.connectTimeout().toMillis());
            return lane.client().request(where).onSuccess(connected -> {
                asked = connected.exceptionHandler(seen -> LOG.tracef("Told with the answer: %s", seen));
                if (over) {
                    asked.reset();
                }
            });
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
            MultiMap headers = proxy.request().headers();
            HopHeaders.removeFrom(headers);
            headers.remove(HttpHeaders.EXPECT);
            FORWARDED.forEach(headers::remove);
            headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
            headers.set("X-Forwarded-Proto", request.scheme());
            if (request.authority() != null) {
                headers.set("X-Forwarded-Host", request.authority().toString());
            }
            headers.set(Letterhead.REQUEST_ID, Letterhead.requestIdOf(context));
            proxy.request().setURI(FrontDoor.targetOf(context).uri());
            proxy.request().setBody(Body.body(body, proxy.request().getBody().length()));
            return proxy.sendRequest().recover(failure -> {
                refuse(failure);
                return Future.succeededFuture(proxy.request().response());
            });
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext proxy) {
            if (refused) {
                return Future.succeededFuture();
            }
            watch.moved();
            ProxyResponse answer = proxy.response();
            HopHeaders.removeFrom(answer.headers());
            answer.headers().remove(Letterhead.REQUEST_ID).remove(HttpHeaders.SERVER);
            List.copyOf(answer.headers().names()).stream()
                    .filter(name -> name.regionMatches(true, 0, "Access-Control-", 0, 15))
                    .forEach(answer.headers()::remove);
            answer.setBody(Body.body(
                    new MeteredBody(answer.getBody().stream(), Long.MAX_VALUE, watch::moved),
                    answer.getBody().length()));
            // An answer that breaks off is reset, and then the router gets no end event.
            return proxy.sendResponse().onFailure(broken -> end());
        }

        private void watchForSlowBody() {
            if (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                    || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
                slowTimer = vertx.setTimer(limits.slowBodyAfter().toMillis(), due -> countSlowBody());
            }
        }

        private void countSlowBody() {
            if (over || body.hasEnded()) {
                return;
            }
            if (body.isAwaitingMore()) {
                slowBody.take().ifPresent(full -> {
                    tooSlow = full;
                    reset();
                });
            } else {
                // The service does not take it; the sender may be quick enough.
                watchForSlowBody();
            }
        }

        private void refuse(Throwable failure) {
            refused = true;
            if (!over) {
                body.abandon();
                Answers.refuse(context, problemOf(failure));
            }
        }

        private Problem problemOf(Throwable failure) {
            if (body.isTooLarge()) {
                return MeteredBody.tooLarge(limit);
            }
            if (tooSlow != null) {
                return tooSlow;
            }
            // The host is for the log; the caller learns only which part of the API is affected.
            LOG.warnf("%s: %s (request %s)", service.title(), failure, Letterhead.requestIdOf(context));
            return stalled
                    ? ProblemType.UPSTREAM_TIMEOUT.because(
                            "The %s service took too long. A write with the same Idempotency-Key can be sent again."
                                    .formatted(service.title()))
                    : ProblemType.UPSTREAM_UNAVAILABLE.because(
                            "The %s service cannot be reached; try again in a moment.".formatted(service.title()));
        }

        private void onStall() {
            if (response.headWritten() || body.isAwaitingMore()) {
                request.connection().close();
                end();
            } else {
                stalled = true;
                reset();
            }
        }

        /** The answer is out, or the client is gone: nothing of this exchange may stay behind. */
        private void end() {
            if (over) {
                return;
            }
            over = true;
            watch.end();
            vertx.cancelTimer(slowTimer);
            slowBody.giveBack();
            lane.place().giveBack();
            if (!body.hasEnded() || !response.ended()) {
                reset();
            }
            if (!body.hasEnded() && !refused) {
                body.abandon();
                Leftovers.discard(request, whole -> {
                    if (!whole) {
                        request.connection().close();
                    }
                });
            }
        }

        private void reset() {
            if (asked != null) {
                asked.reset();
            }
        }
    }
}
