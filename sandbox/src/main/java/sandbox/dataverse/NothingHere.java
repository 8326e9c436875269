package sandbox.dataverse;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for every path and method of the Web API that nothing else answers, in the Web API's own words. */
@RestController
class NothingHere {

    private static final Pattern KNOWN =
            Pattern.compile("/api/data/v9\\.[0-2]/(contacts(\\([^/]*\\)|/\\$count)?|asyncoperations|organizations"
                    + "|EntityDefinitions|(adx|mspp)_externalidentities(\\([^/]*\\))?|Merge|WhoAmI)");

    @RequestMapping("/api/data/**")
    void refuse(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (KNOWN.matcher(path).matches()) {
            throw new DataverseException(
                    405,
                    "0x8006088a",
                    "The requested resource does not support http method '" + request.getMethod() + "'.");
        }
        throw new DataverseException(
                404,
                "0x8006088a",
                "Resource not found for the segment '" + path.substring(path.lastIndexOf('/') + 1) + "'.");
    }
}
