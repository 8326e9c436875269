package latchkey.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.ModelAndView;

/** How pages tell a problem; endpoints tell it as JSON. */
public interface ProblemPage {

    /** The page, or the fragment where only a fragment was asked for. */
    ModelAndView telling(Told told, ProblemWords words, HttpServletRequest request);
}
