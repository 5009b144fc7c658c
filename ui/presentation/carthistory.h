// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/cart.h"

namespace tp::ui {

/// What a cart was before each change, and after the ones that were taken back.
class CartHistory
{
public:
    static constexpr int DepthMax = 50;

    bool canUndo() const { return !m_before.isEmpty(); }
    bool canRedo() const { return !m_after.isEmpty(); }

    /// A change is about to be made to this cart. What was taken back cannot come again then.
    void remember(const Cart &cart)
    {
        m_before.append(cart);
        if (m_before.size() > DepthMax)
            m_before.removeFirst();
        m_after.clear();
    }

    /// The cart as it was; `now` is what redo() gives back. Only if one can.
    Cart undo(const Cart &now)
    {
        m_after.append(now);
        return m_before.takeLast();
    }
    Cart redo(const Cart &now)
    {
        m_before.append(now);
        return m_after.takeLast();
    }

private:
    QList<Cart> m_before;
    QList<Cart> m_after;
};

} // namespace tp::ui
