package uk.hustings.api.spool;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The body of the request that is being answered, if it lies in a file, which goes when the request ends. */
@RequestScoped
public class HeldBody {

    private SpooledBody body;

    public void hold(SpooledBody arrived) {
        body = arrived;
    }

    /** Empty if the body came into memory. */
    public Optional<SpooledBody> body() {
        return Optional.ofNullable(body);
    }

    @PreDestroy
    void letGo() {
        body().ifPresent(SpooledBody::close);
    }
}
