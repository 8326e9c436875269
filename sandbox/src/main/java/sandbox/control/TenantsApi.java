package sandbox.control;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import sandbox.tenants.MethodFamily;
import sandbox.tenants.Switches;
import sandbox.tenants.Tenant;
import sandbox.tenants.Tenants;

/** What tenants offer, and the switches for what their kind alone does not decide. */
@RestController
@RequestMapping("/sandbox/api/tenants")
class TenantsApi {

    private final Tenants tenants;

    TenantsApi(Tenants tenants) {
        this.tenants = tenants;
    }

    record All(List<TenantNow> tenants) {}

    record TenantNow(String id, String domain, String tenantType, boolean advancedQueries, Set<MethodFamily> methods) {

        static TenantNow of(Tenant tenant) {
            return new TenantNow(
                    tenant.id(),
                    tenant.domain(),
                    tenant.kind().tenantType(),
                    tenant.switches().advancedQueries(),
                    tenant.switches().methods());
        }
    }

    /** What to switch; what is absent stays. */
    record Change(
            @Nullable Boolean advancedQueries, @Nullable Set<MethodFamily> methods) {

        Switches of(Switches now) {
            return new Switches(
                    Objects.requireNonNullElse(advancedQueries, now.advancedQueries()),
                    Objects.requireNonNullElse(methods, now.methods()));
        }
    }

    @GetMapping
    All all() {
        return new All(tenants.all().stream().map(TenantNow::of).toList());
    }

    @PutMapping("/{tenant}")
    TenantNow change(@PathVariable String tenant, @RequestBody Change change) {
        return tenants.change(tenant, change::of)
                .map(TenantNow::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No tenant has this id"));
    }
}
