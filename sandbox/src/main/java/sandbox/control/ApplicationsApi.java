package sandbox.control;

import com.nimbusds.jose.util.X509CertUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import sandbox.tenants.Tenants;

/** What an administrator does to registered applications. */
@RestController
@RequestMapping("/sandbox/api/applications")
class ApplicationsApi {

    private final Tenants tenants;

    ApplicationsApi(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Registers the certificate of the body, in PEM, beside the secrets. */
    @PostMapping("/{appId}/certificates")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void certify(@PathVariable String appId, @RequestBody String pem) {
        if (X509CertUtils.parse(pem) == null) {
            throw new IllegalArgumentException("The body must be one X.509 certificate in PEM");
        }
        if (!tenants.certify(appId, pem)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No application has this id");
        }
    }
}
