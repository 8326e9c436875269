package sandbox.people;

import java.util.List;
import java.util.random.RandomGenerator;

/** Made-up names in many scripts, each with the Latin spelling that its owner would use in an address. */
final class Names {

    /** A given or family name and its Latin spelling in small letters. */
    record Part(String written, String latin) {}

    /**
     * The names of one language.
     *
     * @param language as in {@code preferredLanguage}
     * @param familyFirst whether the display name begins with the family name
     */
    record Tongue(String language, String country, boolean familyFirst, List<Part> given, List<Part> family) {}

    /** A whole name. */
    record Name(Tongue tongue, Part given, Part family) {

        String display() {
            if (tongue.familyFirst()) {
                return family.written() + " " + given.written();
            }
            return given.written() + " " + family.written();
        }
    }

    private static final List<Tongue> TONGUES = List.of(
            tongue(
                    "en-GB",
                    "GB",
                    false,
                    "Amelia,Oliver,Isla,George,Freya,Harry,Ava,Noah,Grace,Alfie,Niamh,Callum",
                    "Smith,Jones,Taylor,Brown,Williams,O'Connor/oconnor,Davies,Evans,Thomas,Hughes,MacLeod,Walsh"),
            tongue(
                    "de-DE",
                    "DE",
                    false,
                    "Anna,Lukas,Jürgen/juergen,Sabine,Björn/bjoern,Käthe/kaethe,Felix,Greta,Matthias,Ursula",
                    "Müller/mueller,Schmidt,Weiß/weiss,Schäfer/schaefer,Groß/gross,Fischer,Köhler/koehler,Wagner,von"
                            + " Arnim/vonarnim"),
            tongue(
                    "fr-FR",
                    "FR",
                    false,
                    "Chloé/chloe,Léa/lea,Jean-Luc,François/francois,Zoé/zoe,Hélène/helene,Théo/theo,Inès/ines",
                    "Lefèvre/lefevre,Dubois,Moreau,Gérard/gerard,Noël/noel,D'Arcy/darcy,Benoît/benoit,Rousseau"),
            tongue(
                    "es-ES",
                    "ES",
                    false,
                    "José/jose,Lucía/lucia,Álvaro/alvaro,Íñigo/inigo,Begoña/begona,Raúl/raul,Carmen,Martín/martin",
                    "García"
                            + " López/garcialopez,Muñoz/munoz,Fernández/fernandez,Ibáñez/ibanez,Núñez/nunez,Peña/pena,Ruiz"),
            tongue(
                    "pl-PL",
                    "PL",
                    false,
                    "Łukasz/lukasz,Małgorzata/malgorzata,Zbigniew,Agnieszka,Paweł/pawel,Żaneta/zaneta,Tomasz",
                    "Wiśniewski/wisniewski,Kowalczyk,Wójcik/wojcik,Szymański/szymanski,Dąbrowska/dabrowska,Zając/zajac"),
            tongue(
                    "cs-CZ",
                    "CZ",
                    false,
                    "Jiří/jiri,Tereza,Ondřej/ondrej,Zdeňka/zdenka,Vojtěch/vojtech,Eliška/eliska",
                    "Dvořák/dvorak,Novotná/novotna,Černý/cerny,Procházka/prochazka,Kučera/kucera"),
            tongue(
                    "tr-TR",
                    "TR",
                    false,
                    "İbrahim/ibrahim,Çağla/cagla,Gülşen/gulsen,Oğuz/oguz,Işıl/isil,Şükrü/sukru",
                    "Yılmaz/yilmaz,Öztürk/ozturk,Çelik/celik,Doğan/dogan,Aydın/aydin,Güneş/gunes"),
            tongue(
                    "vi-VN",
                    "VN",
                    true,
                    "Hương/huong,Tuấn/tuan,Thảo/thao,Đức/duc,Ngọc/ngoc,Phương/phuong",
                    "Nguyễn/nguyen,Trần/tran,Lê/le,Phạm/pham,Huỳnh/huynh,Đặng/dang"),
            tongue(
                    "el-GR",
                    "GR",
                    false,
                    "Ελένη/eleni,Γιώργος/giorgos,Δημήτρης/dimitris,Σοφία/sofia,Κώστας/kostas",
                    "Παπαδόπουλος/papadopoulos,Νικολάου/nikolaou,Βλάχος/vlachos,Γεωργίου/georgiou"),
            tongue(
                    "uk-UA",
                    "UA",
                    false,
                    "Олена/olena,Андрій/andrii,Ірина/iryna,Тарас/taras,Юлія/yuliia,Їжакевич/yizhakevych",
                    "Шевченко/shevchenko,Коваленко/kovalenko,Бондар/bondar,Ткачук/tkachuk"),
            tongue(
                    "ar-EG",
                    "EG",
                    false,
                    "محمد/mohamed,فاطمة/fatima,يوسف/youssef,مريم/mariam,خالد/khaled,نور/nour",
                    "الحسن/elhassan,منصور/mansour,عبد الله/abdallah,الشريف/elsherif,سليمان/soliman"),
            tongue(
                    "he-IL",
                    "IL",
                    false,
                    "נועה/noa,איתן/eitan,תמר/tamar,יונתן/yonatan,שירה/shira",
                    "כהן/cohen,לוי/levi,מזרחי/mizrahi,פרץ/peretz,ביטון/biton"),
            tongue(
                    "hi-IN",
                    "IN",
                    false,
                    "आरव/aarav,प्रिया/priya,रोहन/rohan,अनन्या/ananya,विक्रम/vikram",
                    "शर्मा/sharma,पटेल/patel,सिंह/singh,गुप्ता/gupta,अय्यर/iyer"),
            tongue(
                    "th-TH",
                    "TH",
                    false,
                    "สมชาย/somchai,มาลี/malee,อารี/aree,ณัฐ/nat",
                    "ศรีสุข/srisuk,ใจดี/jaidee,ทองคำ/thongkham"),
            tongue(
                    "zh-CN",
                    "CN",
                    true,
                    "伟/wei,芳/fang,秀英/xiuying,磊/lei,静/jing,建国/jianguo",
                    "王/wang,李/li,张/zhang,刘/liu,欧阳/ouyang,陈/chen"),
            tongue(
                    "ja-JP",
                    "JP",
                    true,
                    "さくら/sakura,健太/kenta,美咲/misaki,翔/sho,結衣/yui,大輔/daisuke",
                    "佐藤/sato,鈴木/suzuki,髙橋/takahashi,渡邉/watanabe,小林/kobayashi"),
            tongue(
                    "ko-KR",
                    "KR",
                    true,
                    "지우/jiwoo,민준/minjun,서연/seoyeon,하은/haeun,도윤/doyun",
                    "김/kim,이/lee,박/park,최/choi,남궁/namgung"));

    private Names() {}

    /** A name; every third is English, as in the address book of a company at home there. */
    static Name any(RandomGenerator random) {
        var tongue = random.nextInt(3) == 0 ? TONGUES.getFirst() : TONGUES.get(random.nextInt(TONGUES.size()));
        return new Name(tongue, pick(tongue.given(), random), pick(tongue.family(), random));
    }

    private static Part pick(List<Part> parts, RandomGenerator random) {
        return parts.get(random.nextInt(parts.size()));
    }

    private static Tongue tongue(String language, String country, boolean familyFirst, String given, String family) {
        return new Tongue(language, country, familyFirst, parts(given), parts(family));
    }

    private static List<Part> parts(String list) {
        return java.util.Arrays.stream(list.split(",")).map(Names::part).toList();
    }

    private static Part part(String text) {
        var slash = text.indexOf('/');
        return slash < 0
                ? new Part(text, text.toLowerCase(java.util.Locale.ROOT))
                : new Part(text.substring(0, slash), text.substring(slash + 1));
    }
}
