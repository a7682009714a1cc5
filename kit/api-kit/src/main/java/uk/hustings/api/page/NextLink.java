package uk.hustings.api.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Repeats a page's {@code next} as a {@code Link} header, relative to the request. */
public class NextLink {

    @ServerResponseFilter
    public void link(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Paged page && page.next() != null) {
            String uri = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build()
                    .toString();
            int path = uri.indexOf('/', uri.indexOf("//") + 2);
            response.getHeaders().add("Link", "<" + uri.substring(path) + ">; rel=\"next\"");
        }
    }
}
