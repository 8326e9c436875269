package latchkey.oversight;

import java.util.List;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.directory.QuotaState;
import latchkey.directory.Quotas;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the directories still grant, for programs. */
@RestController
@Requires(Permission.VIEW_OPERATIONS)
class QuotaEndpoint {

    private final Quotas quotas;

    QuotaEndpoint(Quotas quotas) {
        this.quotas = quotas;
    }

    @GetMapping("/api/v1/quota")
    List<QuotaState> list() {
        return quotas.now();
    }
}
