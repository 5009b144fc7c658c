// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/guishop.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace tp::test {

/// Pictures of signing in for a person to look at: TP_GRAB_DIR says where to.
class TestSignInPictures final : public QObject
{
    Q_OBJECT

private slots:
    void everyStateIsPainted_data();
    void everyStateIsPainted();

private:
    static void bringAbout(GuiShop &shop, const QString &state);
    static void bringAboutTill(GuiShop &shop, const QString &state);
};

void TestSignInPictures::everyStateIsPainted_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<bool>("isGerman");
    QTest::addColumn<QSize>("size");
    const QStringList states{u"password"_s, u"wrong"_s,    u"code"_s,   u"pause"_s,    u"issuers"_s,
                             u"browser"_s,  u"setup"_s,    u"faults"_s, u"tiles"_s,    u"pin"_s,
                             u"wrongpin"_s, u"locked"_s,   u"demo"_s,   u"demotill"_s, u"waiting"_s,
                             u"failed"_s,   u"noscreen"_s, u"offer"_s,  u"keeping"_s,  u"rtl"_s,
                             u"enrol"_s,    u"recovery"_s};
    for (const QString &state : states) {
        for (const bool isDark : {false, true}) {
            for (const bool isGerman : {false, true}) {
                for (const QSize size : {QSize(1366, 768), QSize(1024, 720)}) {
                    QTest::addRow("signin-%s-%s-%s-%d", qPrintable(state),
                                  isDark ? "dark" : "light", isGerman ? "de" : "en", size.width())
                        << state << isDark << isGerman << size;
                }
            }
        }
    }
}

void TestSignInPictures::bringAboutTill(GuiShop &shop, const QString &state)
{
    const QString id = maya().id.toQString();
    if (state == u"locked") {
        shop.session.begin(maya());
        shop.session.lock();
        shop.settle();
    }
    if (state != u"tiles")
        shop.signIn.chooseStaff(id);
    if (state == u"wrongpin") {
        shop.sessions.answers = {Error{ErrorCode::TooManyRequests, {}, {}, 64}};
        for (int digit = 0; digit < 4; ++digit)
            shop.signIn.typeDigit(digit);
        shop.signIn.submitPin();
        QTRY_VERIFY(!shop.signIn.state().isBusy);
    }
    if (state == u"pin" || state == u"rtl" || state == u"locked") {
        for (int digit = 0; digit < 5; ++digit)
            shop.signIn.typeDigit(digit);
    }
}

void TestSignInPictures::bringAbout(GuiShop &shop, const QString &state)
{
    if (state == u"wrong")
        shop.sessions.answers = {Error{ErrorCode::InvalidCredentials, {}, {}}};
    if (state == u"code")
        shop.sessions.answers = {Error{ErrorCode::TotpRequired, {}, {}}};
    if (state == u"pause")
        shop.sessions.answers = {Error{ErrorCode::TooManyRequests, {}, {}, 847}};
    if (state == u"enrol" || state == u"recovery") {
        ui::SignedInUser user = maya();
        user.mustEnrol = true;
        shop.sessions.answers = {user};
    }
    if (!shop.sessions.answers.isEmpty()) {
        QTest::keyClicks(shop.child<QLineEdit>("emailEdit"), u"maya@shop.example"_s);
        QTest::keyClicks(shop.child<QLineEdit>("passwordEdit"), u"correct horse"_s);
        QTest::keyClick(shop.child<QLineEdit>("passwordEdit"), Qt::Key_Return);
        QTRY_VERIFY(!shop.signIn.state().isBusy);
    }
    if (state == u"recovery") {
        using Step = ui::EnrolmentState::Step;
        QTRY_COMPARE(shop.signIn.enrolment().state().step, Step::Code);
        shop.signIn.enrolment().confirm(u"123456"_s);
        QTRY_COMPARE(shop.signIn.enrolment().state().step, Step::Codes);
    }
    if (state == u"browser") {
        shop.sessions.replies.isHeld = true;
        QTRY_VERIFY(!shop.signIn.state().issuers.isEmpty());
        shop.signIn.signInElsewhere(0);
    }
    if (state == u"faults")
        QTest::mouseClick(shop.child<QPushButton>("openShopButton"), Qt::LeftButton);
    if (state == u"noscreen")
        shop.session.begin(
            somebody(u"Vera Stock"_s, Role::Vendor,
                     {Permission::CatalogueWrite, Permission::StockRead, Permission::ReportsRead}));
    if (state == u"offer" || state == u"keeping")
        shop.session.begin(state == u"offer" ? boss() : maya());
    if (state == u"keeping")
        shop.session.setKeptIn(ui::KeptIn::Nowhere);
    if (state == u"offer")
        QTRY_VERIFY(shop.till.state().offer);
}

void TestSignInPictures::everyStateIsPainted()
{
    QFETCH(QString, state);
    QFETCH(bool, isDark);
    QFETCH(bool, isGerman);
    QFETCH(QSize, size);
    const QString folder = qEnvironmentVariable("TP_GRAB_DIR");
    // Without somebody to look at them, the usual one and the tightest of each are enough.
    if (folder.isEmpty() && (isDark || isGerman != (size.width() == 1024)))
        return;

    QTranslator german;
    if (isGerman) {
        QVERIFY(
            german.load(QLocale(QLocale::German), u"tradepost"_s, u"_"_s, u":/tradepost/i18n"_s));
        QCoreApplication::installTranslator(&german);
    }
    QGuiApplication::setLayoutDirection(state == u"rtl" ? Qt::RightToLeft : Qt::LeftToRight);
    GuiShop shop(cornerShop(), state.startsWith(u"demo"), GuiShop::Who::Nobody);
    shop.theme.setAppearance(isDark ? ui::Appearance::Dark : ui::Appearance::Light);
    if (state == u"issuers" || state == u"browser") {
        shop.sessions.issuers =
            QList<ui::IssuerOffer>{{u"https://id.example"_s, u"c"_s, u"a"_s, u"Example Ltd"_s}};
    }
    const bool isTill =
        QStringList{u"tiles"_s, u"pin"_s, u"wrongpin"_s, u"locked"_s, u"rtl"_s, u"demotill"_s}
            .contains(state);
    if (isTill)
        shop.tills.beTill(state == u"demotill" ? colleagues().first(3) : colleagues());
    if (state == u"setup" || state == u"faults")
        shop.signIn.takeSetUpCode(u"ABCD-EFGH"_s);
    const bool isThere = state != u"waiting" && state != u"failed";
    shop.open(size, isThere ? GuiShop::Server::Reachable : GuiShop::Server::NotYet);
    if (state == u"failed") {
        shop.connection.backendFailed({.kind = ui::BackendFailure::Kind::FolderUnusable,
                                       .subject = u"/srv/shop"_s,
                                       .log = {u"line"_s}});
    }
    shop.settle();
    if (isTill)
        bringAboutTill(shop, state);
    else if (isThere)
        bringAbout(shop, state);
    shop.settle();
    QTRY_VERIFY(!shop.signIn.state().isBusy);
    shop.settle();
    const QPixmap picture = shop.window->grab();
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QCOMPARE(picture.size(), size); // It did not have to grow.
    if (!folder.isEmpty()) {
        const QString name = QString::fromLatin1(QTest::currentDataTag()) + u".png"_s;
        QVERIFY(picture.save(QDir(folder).filePath(name)));
    }
}

} // namespace tp::test

using tp::test::TestSignInPictures;
TP_TEST(TestSignInPictures)
#include "tst_signinpictures.moc"
