// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gui/guishop.h"

#include <QObject>

namespace tp::test {

/// The hands of a cashier at the real window. Time is the fake clock's, so a scanner is five
/// milliseconds a key and a person a hundred and fifty.
class SaleHands : public QObject
{
protected:
    void openShop();
    void closeShop() { m_shop.reset(); }

    template <typename T = QWidget>
    T *child(const char *name) const
    {
        return m_shop->child<T>(name);
    }
    const ui::CartState &cart() const { return m_shop->cart.state(); }
    bool isPaying() const { return m_shop->pay.state().isOpen(); }
    QString barcode(int row) const;

    void press(int key, Qt::KeyboardModifiers modifiers = {}, int afterMs = 300);
    void typeSlowly(const QString &text);
    void scan(const QString &code);
    void tapTile(int row);
    void click(const char *name);

    std::unique_ptr<GuiShop> m_shop;
};

} // namespace tp::test
