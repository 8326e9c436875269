package latchkey.api;

import java.util.Map;

/** Something the asker must be told; the shells of pages and endpoints turn it into their answers. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    private final transient Map<String, Object> members;

    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /**
     * A problem with further members.
     *
     * @param members shown in the answer and usable in its messages by name; never personal data
     */
    public ProblemException(Problem problem, Map<String, Object> members) {
        super(problem.code());
        this.problem = problem;
        this.members = Map.copyOf(members);
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, Object> members() {
        return members;
    }
}
