package latchkey.directory;

/** The contract, kept by the directory that the other tests use. */
class InMemoryDirectoryTest extends DirectoryContract {

    private final InMemoryDirectory directory = new InMemoryDirectory("contoso");
    private final CustomerId jan = directory.add("Jan Novák", "jan.novak@example.com", "C-900010");

    @Override
    Directory directory() {
        return directory;
    }

    @Override
    CustomerId customer() {
        return jan;
    }
}
