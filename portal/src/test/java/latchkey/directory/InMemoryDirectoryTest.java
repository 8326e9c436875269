package latchkey.directory;

/** The contract, kept by the directory that the other tests use. */
class InMemoryDirectoryTest extends DirectoryContract {

    private final InMemoryDirectory directory = new InMemoryDirectory("contoso");
    private final CustomerId jan = directory.add("Jan Novák", "jan.novak@example.com", "C-900010");

    InMemoryDirectoryTest() {
        for (var number = 0; number < 20; number++) {
            directory.add("Other " + number, "other" + number + "@example.com", "C-80000" + number);
        }
    }

    @Override
    Directory directory() {
        return directory;
    }

    @Override
    CustomerId customer() {
        return jan;
    }

    @Override
    Scan scan() {
        return directory;
    }
}
