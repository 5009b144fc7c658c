// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/csvreader.h"
#include "backend/daemon/csvwriter.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp;
using namespace tp::daemon;

namespace {

/// Gives a few bytes a time, as a pipe does.
class Dribble final : public QIODevice
{
public:
    Dribble(const QByteArray &bytes, qint64 atOnce) : m_bytes(bytes), m_atOnce(atOnce)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = std::min({maxSize, m_atOnce, qint64(m_bytes.size()) - m_position});
        std::copy_n(m_bytes.constData() + m_position, count, data);
        m_position += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_atOnce;
    qint64 m_position = 0;
};

class FailingDevice final : public QIODevice
{
public:
    FailingDevice() { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *, qint64) override
    {
        setErrorString(u"the cable was pulled"_s);
        return -1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }
};

/// "1: a|b|c", or "3: !1 reason" for a row with a problem in its second column.
QStringList rowsOf(QIODevice &input)
{
    CsvReader reader(input);
    CsvRow row;
    QStringList shown;
    for (;;) {
        const auto isThere = reader.next(row);
        if (!isThere)
            return shown << u"error: "_s + isThere.error().detail;
        if (!*isThere)
            return shown;
        QString text = row.cells.join(u'|');
        if (!row.problems.isEmpty())
            text = u"!%1 %2"_s.arg(row.problems[0].column).arg(row.problems[0].reason);
        shown << u"%1: %2"_s.arg(row.line).arg(text);
    }
}

QStringList rowsOf(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return rowsOf(buffer);
}

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatSpreadsheetsWrite_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("rows");
        const auto add = [](const char *name, const QByteArray &bytes, const QStringList &rows) {
            QTest::newRow(name) << bytes << rows;
        };
        add("nothing", "", {});
        add("only empty lines", "\n\r\n\n", {});
        add("no line end at the end", "a,b\n1,2", {u"1: a|b"_s, u"2: 1|2"_s});
        add("line ends of all systems", "a\r\nb\nc\rd",
            {u"1: a"_s, u"2: b"_s, u"3: c"_s, u"4: d"_s});
        add("empty lines count", "a\n\n\nb", {u"1: a"_s, u"4: b"_s});
        add("a byte order mark",
            "\xef\xbb\xbf"
            "a,b\n",
            {u"1: a|b"_s});
        add("a byte order mark and a quote", "\xef\xbb\xbf\"a\",b\n", {u"1: a|b"_s});
        add("a mark of its own is a letter",
            "a\n\xef\xbb\xbf"
            "b\n",
            {u"1: a"_s, u"2: \ufeffb"_s});
        add("semicolons", "a;b\n1,5;2", {u"1: a|b"_s, u"2: 1,5|2"_s});
        add("tabs", "a\tb\n1\t2;3", {u"1: a|b"_s, u"2: 1|2;3"_s});
        add("a delimiter in quotes does not count", "\"a;;;;\",b\n1,2",
            {u"1: a;;;;|b"_s, u"2: 1|2"_s});
        add("Excel's first line", "sep=;\r\na;b\r\n", {u"2: a|b"_s});
        add("quotes over lines", "a,b\n\"1\n2\r\n3\",4\n5,6",
            {u"1: a|b"_s, u"2: 1\n2\r\n3|4"_s, u"5: 5|6"_s});
        add("quotes inside quotes", "\"say \"\"so\"\"\",\"\"\n", {u"1: say \"so\"|"_s});
        add("a quote inside a cell", "12\" ruler,x\n", {u"1: 12\" ruler|x"_s});
        add("empty cells", ",,\n,\n", {u"1: ||"_s, u"2: |"_s});
        add("spaces stay", " a , b \n", {u"1:  a | b "_s});
        add("letters of the world", "naïve,日本語,🥐\n", {u"1: naïve|日本語|🥐"_s});
    }
    void readsWhatSpreadsheetsWrite()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, rows);

        QCOMPARE(rowsOf(bytes), rows);
        for (const qint64 atOnce : {1, 2, 7}) {
            Dribble slow(bytes, atOnce);
            QCOMPARE(rowsOf(slow), rows);
        }
    }

    void aBadRowCostsItselfAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("rows");
        const QString open = u"a quote opens here and is never closed"_s;
        const QString text =
            u"text follows a closing quote (a quote inside a cell is written twice)"_s;
        const QString latin =
            u"this is not UTF-8 (perhaps Latin-1): save the file as CSV in UTF-8"_s;
        const auto add = [](const char *name, const QByteArray &bytes, const QStringList &rows) {
            QTest::newRow(name) << bytes << rows;
        };
        add("a quote that is never closed", "a,b\n1,\"2\n3,4\n5,6\n",
            {u"1: a|b"_s, u"2: !1 "_s + open, u"3: 3|4"_s, u"4: 5|6"_s});
        add("a quote that the next row closes", "\"a\",\"b\"\n\"1\",\"2\n\"3\",\"4\"\n",
            {u"1: a|b"_s, u"2: !1 "_s + text, u"3: 3|4"_s});
        add("text after a quote", "a,b\n\"1\"x,2\n3,4\n",
            {u"1: a|b"_s, u"2: !0 "_s + text, u"3: 3|4"_s});
        add("Latin-1", "a,b\n1,caf\xe9\n3,4\n", {u"1: a|b"_s, u"2: !1 "_s + latin, u"3: 3|4"_s});
        add("a cut letter at the end", "a\n\xc3", {u"1: a"_s, u"2: !0 "_s + latin});
        add("NUL", QByteArray("a,b\n1,\0\n3,4\n", 12),
            {u"1: a|b"_s, u"2: !1 this has a NUL byte in it"_s, u"3: 3|4"_s});
        add("only a quote", "\"", {u"1: !0 "_s + open});
    }
    void aBadRowCostsItselfAlone()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, rows);

        QCOMPARE(rowsOf(bytes), rows);
        Dribble slow(bytes, 1);
        QCOMPARE(rowsOf(slow), rows);
    }

    void utf16IsRefusedAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("little endian with mark") << QByteArray("\xff\xfe"
                                                               "s\0k\0",
                                                               6);
        QTest::newRow("big endian with mark") << QByteArray("\xfe\xff\0s\0k", 6);
        QTest::newRow("little endian") << QByteArray("s\0k\0u\0", 6);
        QTest::newRow("big endian") << QByteArray("\0s\0k\0u", 6);
    }
    void utf16IsRefusedAsAWhole()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(rowsOf(bytes), {u"error: this is a text in UTF-16: save it as CSV in UTF-8"_s});
    }

    void aCellThatIsTooLongIsOneBadRow()
    {
        const QByteArray longest(CsvReader::CellBytesMax, 'x');
        QCOMPARE(rowsOf("a,b\n" + longest + ",1\n2,3").value(1),
                 u"2: %1|1"_s.arg(QString::fromLatin1(longest)));
        QCOMPARE(
            rowsOf("a,b\n" + longest + "x,1\n2,3"),
            (QStringList{u"1: a|b"_s, u"2: !0 this is longer than 65536 bytes"_s, u"3: 2|3"_s}));
    }

    void aRowWithoutAnEndIsOneBadRow_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("plain") << QByteArray(3 * CsvReader::RowBytesMax, 'x');
        QTest::newRow("quoted") << '"' + QByteArray(3 * CsvReader::RowBytesMax, 'x');
    }
    void aRowWithoutAnEndIsOneBadRow()
    {
        QFETCH(QByteArray, row);
        const QStringList rows = rowsOf("a,b\n" + row + "\n1,2\n");
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows[1].startsWith(u"2: !0 "_s));
        QCOMPARE(rows[2], u"3: 1|2"_s);
    }

    void aRowOfTooManyCellsIsOneBadRow()
    {
        const QStringList rows = rowsOf("a\n" + QByteArray(100'000, ',') + "\nb\n");
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1], u"2: !256 a row has at most 256 cells"_s);
        QCOMPARE(rows[2], u"3: b"_s);
    }

    void whatCannotBeReadIsAnError()
    {
        FailingDevice device;
        QCOMPARE(rowsOf(device), {u"error: the cable was pulled"_s});
    }

    void whatIsWrittenIsReadBack_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::newRow("empty") << QString();
        QTest::newRow("comma") << u"a,b"_s;
        QTest::newRow("semicolons") << u";;;;;"_s;
        QTest::newRow("quote") << u"\"12\" ruler\""_s;
        QTest::newRow("lines") << u"a\nb\r\nc\rd"_s;
        QTest::newRow("spaces") << u"  a "_s;
        QTest::newRow("byte order mark") << u"\ufeffa"_s;
        QTest::newRow("world") << u"日本語🥐"_s;
    }
    void whatIsWrittenIsReadBack()
    {
        QFETCH(QString, cell);
        std::string written;
        appendCsvRow(written, {cell, u"x"_s, cell});
        QByteArray bytes = QByteArray::fromStdString(written);
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        CsvReader reader(buffer);
        CsvRow row;
        const auto isThere = reader.next(row);
        QVERIFY(isThere && *isThere);
        QCOMPARE(row.cells, (QStringList{cell, u"x"_s, cell}));
        QVERIFY(row.problems.isEmpty());
    }

    void everyTableThatIsWrittenIsReadBack()
    {
        auto random = test::SeededRandom::fresh();
        const QString letters = u"ab,;\t\"\n\r \\é🥐"_s;
        for (int round = 0; round < 300; ++round) {
            QStringList table;
            std::string written;
            const qint64 rows = random.between(1, 12);
            for (qint64 i = 0; i < rows; ++i) {
                QString cells[3];
                for (QString &cell : cells) {
                    for (quint64 length = random.below(9); length > 0; --length)
                        cell += letters.at(qsizetype(random.below(quint64(letters.size() - 2))));
                }
                cells[0].prepend(u'x'); // An empty line is none.
                appendCsvRow(written, {cells[0], cells[1], cells[2]});
                table << cells[0] + u'|' + cells[1] + u'|' + cells[2];
            }
            // The header decides what parts cells.
            Dribble slow("h,h,h\r\n" + QByteArray::fromStdString(written), random.between(1, 40));
            QStringList read = rowsOf(slow);
            read.removeFirst();
            for (QString &row : read)
                row = row.section(u": "_s, 1);
            QCOMPARE(read, table);
        }
    }

    void garbageIsReadToItsEnd()
    {
        auto random = test::SeededRandom::fresh();
        const QByteArray letters("a,\"\n\r\xff\0\xc3\xa9", 10);
        for (int round = 0; round < 500; ++round) {
            QByteArray bytes("h,h\n");
            for (quint64 length = random.below(200); length > 0; --length)
                bytes += letters.at(qsizetype(random.below(quint64(letters.size()))));
            const qsizetype lines = bytes.count('\n') + bytes.count('\r') + 1;
            QByteArray whole = bytes;
            const QStringList atOnce = rowsOf(whole);
            QVERIFY(atOnce.size() <= lines);
            Dribble slow(bytes, random.between(1, 9));
            QCOMPARE(rowsOf(slow), atOnce);
        }
    }
};

TP_TEST(TestCsvReader)

#include "tst_csvreader.moc"
