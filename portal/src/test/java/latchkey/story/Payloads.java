package latchkey.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Texts that would run a script, or make the browser fetch or send something, wherever a page took them for more than text. */
final class Payloads {

    /** What runs: the tests' windows know it. */
    private static final List<String> CALLS = List.of("hit()", "hit``", "top.hit()", "window['hit']()");

    /** Elements that run something by themselves or when somebody touches them; %s is the call. */
    private static final List<String> ELEMENTS = List.of(
            "<script>%s</script>",
            "<ScRiPt>%s</sCrIpT>",
            "<script/x>%s</script>",
            "<script src=/hit-1></script>",
            "<svg onload=%s>",
            "<svg/onload=%s>",
            "<svg><script>%s</script></svg>",
            "<svg><animate onbegin=%s attributeName=x>",
            "<svg><set onbegin=%s attributename=x>",
            "<img src=hit-2 onerror=%s>",
            "<img src=hit-3>",
            "<image src=hit-4 onerror=%s>",
            "<video src=hit-5 onerror=%s>",
            "<audio src=hit-6 onerror=%s>",
            "<video><source onerror=%s src=hit-7>",
            "<body onload=%s>",
            "<body onpageshow=%s>",
            "<input autofocus onfocus=%s>",
            "<select autofocus onfocus=%s>",
            "<textarea autofocus onfocus=%s>",
            "<button autofocus onfocus=%s>x",
            "<a href=# autofocus onfocus=%s>x",
            "<details open ontoggle=%s>",
            "<marquee onstart=%s>x",
            "<iframe src=javascript:%s>",
            "<iframe onload=%s>",
            "<iframe srcdoc='<svg onload=parent.%s>'>",
            "<object data=hit-8 onerror=%s>",
            "<embed src=hit-9>",
            "<link rel=stylesheet href=hit-10 onload=%s>",
            "<style>@import'/hit-11'</style>",
            "<style onload=%s></style>",
            "<div style=background:url(/hit-12)>x",
            "<meta http-equiv=refresh content=0;url=/hit-13>",
            "<base href=/hit-14/>",
            "<form action=/hit-15><button>x</form>",
            "<p tabindex=0 autofocus onfocus=%s>x",
            "<a href=javascript:%s>x</a>",
            "<math><a xlink:href=javascript:%s>x",
            "<x onanimationstart=%s style=animation:a>",
            "<div hx-get=/hit-16 hx-trigger=load>x",
            "<div hx-on:htmx:load=%s>x",
            "<div data-hx-get=/hit-17 data-hx-trigger=load>",
            "<template><svg onload=%s></template>",
            "<dialog open onfocus=%s autofocus>x",
            "<xmp><svg onload=%s></xmp>");

    /** Ways out of where a text may stand: an attribute, a comment, an element that holds text only, a script. */
    private static final List<String> BEFORE = List.of(
            "", "\">", "'>", "</title>", "</textarea>", "</script>", "-->", "</style>", "</option></select>", "]]>");

    /** What means something to a template, a script, an attribute or a decoder, rather than to the parser of pages. */
    private static final List<String> OTHERS = List.of(
            "\" onmouseover=hit() x=\"",
            "' onfocus=hit() autofocus x='",
            "\" autofocus onfocus=hit() \"",
            "` onclick=hit() x=`",
            "';hit();//",
            "\";hit();//",
            "\\';hit();//",
            "-hit()-",
            "${hit()}",
            "#{hit()}",
            "*{hit()}",
            "@{/hit-20}",
            "~{hit}",
            "[[${hit()}]]",
            "[(${hit()})]",
            "__${hit()}__::x",
            "${T(java.lang.Runtime)}",
            "{{constructor.constructor('hit()')()}}",
            "<%= hit() %>",
            "javascript:hit()",
            "JaVaScRiPt:hit()",
            "java\tscript:hit()",
            "data:text/html,<script>hit()</script>",
            "//evil.example/hit-21",
            "vbscript:hit()",
            "&lt;script&gt;hit()&lt;/script&gt;",
            "&#60;svg onload=hit()&#62;",
            "&#x3c;img src=x onerror=hit()&#x3e;",
            "%3Csvg%20onload=hit()%3E",
            "\\u003csvg onload=hit()\\u003e",
            "\uFF1Csvg onload=hit()\uFF1E",
            "<\u200bsvg onload=hit()>",
            "\u202e>()tih=daolno gvs<",
            "<svg\u2028onload=hit()>",
            "<svg\fonload=hit()>",
            "<<svg onload=hit()>",
            "<svg onload=hit()//",
            "<img src=`x` onerror=hit()>",
            "\"><hx:a hx-get=/hit-22>",
            "expression(hit())");

    private Payloads() {}

    /** More than five hundred, no two alike. */
    static List<String> all() {
        Set<String> all = new LinkedHashSet<>(some());
        for (var before : BEFORE) {
            for (var element : ELEMENTS) {
                all.add(before + filled(element, CALLS.getFirst()));
            }
        }
        for (var call : CALLS) {
            ELEMENTS.forEach(element -> all.add(filled(element, call)));
        }
        return List.copyOf(all);
    }

    /** One for each way there is, which the test command has time for. */
    static List<String> some() {
        var some = new ArrayList<>(OTHERS);
        for (var number = 0; number < ELEMENTS.size(); number++) {
            some.add(BEFORE.get(number % BEFORE.size())
                    + filled(ELEMENTS.get(number), CALLS.get(number % CALLS.size())));
        }
        return List.copyOf(some);
    }

    private static String filled(String element, String call) {
        return element.replace("%s", call);
    }
}
