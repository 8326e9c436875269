package sandbox.oidc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sandbox.clock.SandboxClock;

/**
 * Employees for programs: take somebody on, change what they may do, get a token without a
 * browser.
 */
@RestController
@RequestMapping("/sandbox/api")
class EmployeesEndpoint {

    private final Employees employees;
    private final EmployeeTokens tokens;
    private final SandboxClock clock;

    EmployeesEndpoint(Employees employees, EmployeeTokens tokens, SandboxClock clock) {
        this.employees = employees;
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping("/employees")
    Map<String, List<Employee>> all() {
        return Map.of("employees", employees.all());
    }

    @PostMapping("/employees")
    ResponseEntity<Employee> hire(@RequestBody NewEmployee hired) {
        if (!hired.isWellFormed()) {
            throw refused(HttpStatus.BAD_REQUEST, "A key is up to 40 small letters, digits and hyphens");
        }
        var employee = employees
                .hire(hired)
                .orElseThrow(() -> refused(HttpStatus.CONFLICT, "Somebody is called '" + hired.key() + "' already"));
        return ResponseEntity.status(HttpStatus.CREATED).body(employee);
    }

    @PutMapping("/employees/{key}")
    ResponseEntity<Employee> change(@PathVariable String key, @RequestBody EmployeeChange change) {
        return ResponseEntity.of(employees.change(key, change));
    }

    @PostMapping("/employee-token")
    Map<String, Object> token(@RequestBody TokenWish wish) {
        var employee = employees.withKey(wish.employee()).orElseThrow(() -> nobody(wish.employee()));
        var token = tokens.forApi(employee, wish.signedInAt(clock.instant()), wish.contexts());
        return Map.of("access_token", token, "expires_in", EmployeeTokens.LIFE.toSeconds());
    }

    private static ErrorResponseException nobody(String key) {
        return refused(
                HttpStatus.BAD_REQUEST, "No employee is called '" + key + "'; GET /sandbox/api/employees lists them");
    }

    private static ErrorResponseException refused(HttpStatus status, String why) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, why), null);
    }

    /**
     * Whose token it is to be.
     *
     * @param age how many seconds ago they signed in; a moment ago when left out, not said in the token when negative
     * @param acrs by which contexts of authentication
     */
    record TokenWish(
            String employee, @Nullable Long age, @Nullable Set<String> acrs) {

        @Nullable
        Instant signedInAt(Instant now) {
            return age == null ? now : age < 0 ? null : now.minusSeconds(age);
        }

        Set<String> contexts() {
            return acrs == null ? Set.of() : acrs;
        }
    }
}
